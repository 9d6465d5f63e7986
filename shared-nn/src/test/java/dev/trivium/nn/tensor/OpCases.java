package dev.trivium.nn.tensor;

import dev.trivium.nn.tensor.Gradients.Function;
import dev.trivium.nn.tensor.Gradients.Input;
import java.util.stream.Stream;

/** One differentiable call of every operation of {@link Tensor}, by the operation's Java signature. */
final class OpCases {

    /** An operation at a point where it is differentiable. */
    record OpCase(String signature, Function function, Input... inputs) {
        @Override
        public String toString() {
            return signature;
        }
    }

    private static final Input X = Input.spread(-1.9, 2.1, 3, 5);
    private static final Input Y = Input.spread(-2.3, 1.7, 3, 5);
    private static final Input ROW = Input.spread(-1.1, 1.3, 5);
    private static final Input POSITIVE = Input.spread(0.3, 2.9, 3, 5);
    private static final Input CUBE = Input.spread(-1.2, 1.4, 2, 3, 5);

    private OpCases() {}

    static Stream<OpCase> all() {
        return Stream.of(arithmetic(), functions(), products(), attention(), sums(), shapes(), selections()).flatMap(s -> s);
    }

    private static OpCase of(String signature, Function function, Input... inputs) {
        return new OpCase(signature, function, inputs);
    }

    private static Stream<OpCase> arithmetic() {
        return Stream.of(
                of("add(Tensor)", (s, in) -> in.get(0).add(in.get(1)), X, ROW),
                of("sub(Tensor)", (s, in) -> in.get(0).sub(in.get(1)), X, ROW),
                of("mul(Tensor)", (s, in) -> in.get(0).mul(in.get(1)), X, ROW),
                of("div(Tensor)", (s, in) -> in.get(0).div(in.get(1)), X, POSITIVE),
                of("scale(double)", (s, in) -> in.get(0).scale(1.7).scale(-0.3), X),
                of("shift(double)", (s, in) -> in.get(0).shift(0.7).square(), X),
                of("power(double)", (s, in) -> in.get(0).power(1.7), POSITIVE),
                of("maximum(Tensor)", (s, in) -> in.get(0).maximum(in.get(1)), X, Y),
                of("clampMin(double)", (s, in) -> in.get(0).clampMin(0.25), X),
                of("neg()", (s, in) -> in.get(0).neg(), X),
                of("abs()", (s, in) -> in.get(0).abs(), X));
    }

    private static Stream<OpCase> functions() {
        return Stream.of(
                of("exp()", (s, in) -> in.get(0).exp(), X),
                of("log()", (s, in) -> in.get(0).log(), POSITIVE),
                of("sqrt()", (s, in) -> in.get(0).sqrt(), POSITIVE),
                of("square()", (s, in) -> in.get(0).square(), X),
                of("tanh()", (s, in) -> in.get(0).tanh(), X),
                of("sigmoid()", (s, in) -> in.get(0).sigmoid(), X),
                of("logSigmoid()", (s, in) -> in.get(0).logSigmoid(), X),
                of("softplus()", (s, in) -> in.get(0).softplus(), X),
                of("relu()", (s, in) -> in.get(0).relu(), X),
                of("gelu()", (s, in) -> in.get(0).gelu(), X),
                of("silu()", (s, in) -> in.get(0).silu(), X),
                of("elu()", (s, in) -> in.get(0).elu(), X),
                of("softmax(int)", (s, in) -> in.get(0).softmax(-1), X),
                of("logSoftmax(int)", (s, in) -> in.get(0).logSoftmax(1), CUBE),
                of("logSumExp(int)", (s, in) -> in.get(0).logSumExp(-2), CUBE));
    }

    private static Stream<OpCase> products() {
        Input weight = Input.spread(-0.8, 0.9, 7, 5);
        Input bias = Input.spread(-0.5, 0.6, 7);
        return Stream.of(
                of("matmul(Tensor)", (s, in) -> in.get(0).matmul(in.get(1)), CUBE, Input.spread(-1, 1, 5, 7)),
                of("linear(Tensor,Tensor)", (s, in) -> in.get(0).linear(in.get(1), in.get(2)), CUBE, weight, bias),
                of("linear(Tensor)", (s, in) -> in.get(0).linear(in.get(1)), CUBE, weight),
                of("conv1d(Tensor,Tensor,int,int,int,int)", (s, in) -> in.get(0).conv1d(in.get(1), in.get(2), 2, 3, 2, 2),
                        Input.spread(-1, 1, 3, 4, 11), Input.spread(-0.8, 0.9, 6, 2, 3), Input.spread(-0.5, 0.6, 6)),
                of("layerNorm(Tensor,Tensor,double)", (s, in) -> in.get(0).layerNorm(in.get(1), in.get(2), 1e-5),
                        CUBE, ROW, Input.spread(-0.5, 0.6, 5)),
                of("rmsNorm(Tensor,double)", (s, in) -> in.get(0).rmsNorm(in.get(1), 1e-6), CUBE, ROW));
    }

    private static Stream<OpCase> attention() {
        Input query = Input.spread(-1, 1, 2, 3, 5);
        Input key = Input.spread(-1.1, 0.9, 2, 7, 5);
        Input value = Input.spread(-0.9, 1.2, 2, 7, 5);
        Input mask = Input.spread(-2, 0, 3, 7);
        double[] cosine = {Math.cos(0.1), Math.cos(0.7), Math.cos(1.9)};
        double[] sine = {Math.sin(0.1), Math.sin(0.7), Math.sin(1.9)};
        return Stream.of(
                of("attention(Tensor,Tensor)", (s, in) -> in.get(0).attention(in.get(1), in.get(2)), query, key, value),
                of("attention(Tensor,Tensor,Tensor)", (s, in) -> in.get(0).attention(in.get(1), in.get(2), in.get(3)),
                        query, key, value, mask),
                of("rotatePairs(Tensor,Tensor)", (s, in) -> in.get(0).rotatePairs(s.tensor(cosine, 3), s.tensor(sine, 3)),
                        Input.spread(-1, 1, 2, 5, 6)));
    }

    private static Stream<OpCase> sums() {
        return Stream.of(
                of("sum()", (s, in) -> in.get(0).square().sum(), CUBE),
                of("mean()", (s, in) -> in.get(0).square().mean(), CUBE),
                of("sum(boolean,long[])", (s, in) -> in.get(0).sum(true, 0, 2).square(), CUBE),
                of("mean(boolean,long[])", (s, in) -> in.get(0).mean(false, -2).square(), CUBE),
                of("max(boolean,int)", (s, in) -> in.get(0).max(true, 1), CUBE));
    }

    private static Stream<OpCase> shapes() {
        return Stream.of(
                of("reshape(long[])", (s, in) -> in.get(0).reshape(5, -1).square(), CUBE),
                of("permute(long[])", (s, in) -> in.get(0).permute(2, 0, 1).square(), CUBE),
                of("transpose(int,int)", (s, in) -> in.get(0).transpose(-1, 0).square(), CUBE),
                of("narrow(int,long,long)", (s, in) -> in.get(0).narrow(2, 1, 3).square(), CUBE),
                of("select(int,long)", (s, in) -> in.get(0).select(1, 2).square(), CUBE),
                of("expand(long[])", (s, in) -> in.get(0).expand(2, -1, 5).square(), Input.spread(-1, 1, 3, 1)),
                of("flip(int)", (s, in) -> in.get(0).flip(-1).square(), CUBE),
                of("pad(long[])", (s, in) -> in.get(0).pad(1, 2, 3, 0).square(), CUBE),
                of("concat(List,int)", (s, in) -> Tensor.concat(in, -1).square(), X, Input.spread(-1, 1, 3, 2)),
                of("stack(List,int)", (s, in) -> Tensor.stack(in, 1).square(), X, Y));
    }

    private static Stream<OpCase> selections() {
        long[] places = {2, 0, 2, 1, 0, 2, 2};
        byte[] mask = {1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1};
        return Stream.of(
                of("rows(Tensor)", (s, in) -> in.get(0).rows(s.indices(places, 7)).square(), X),
                of("addRows(Tensor,Tensor)", (s, in) -> in.get(0).addRows(s.indices(places, 7), in.get(1)).square(),
                        X, Input.spread(-1, 1, 7, 5)),
                of("typeAs(Tensor)", (s, in) -> s.bytes(mask, 3, 5).typeAs(in.get(0)).mul(in.get(0)), X),
                of("where(Tensor,Tensor,Tensor)", (s, in) -> Tensor.where(s.bytes(mask, 3, 5), in.get(0), in.get(1)).square(), X, Y));
    }
}
