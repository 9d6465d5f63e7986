package dev.trivium.nn.tensor;

import static dev.trivium.nn.tensor.TensorOps.SCRIPT;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * An array of numbers on the model's device, with the operations that layers are written in.
 *
 * <p>Operations never change their inputs; results belong to the innermost open {@link Scope} of the calling thread. Shapes follow the
 * usual broadcasting rules, and axes may be counted from the end (-1 is the last). A tensor must not be used after its scope is closed.
 */
public final class Tensor {

    final PtNDArray array;

    Tensor(PtNDArray array) {
        this.array = array;
    }

    // ---- what it is

    /** {@return the sizes of all axes} */
    public long[] shape() {
        return array.getShape().getShape().clone();
    }

    /** {@return the sizes of all axes as text, such as (32, 96, 7)} */
    public String shapeText() {
        return array.getShape().toString();
    }

    /** {@return the size of an axis; negative axes count from the end} */
    public long size(int axis) {
        int rank = array.getShape().dimension();
        return array.getShape().get(axis < 0 ? axis + rank : axis);
    }

    /** {@return the number of elements} */
    public long count() {
        return array.getShape().size();
    }

    /** {@return the elements in row-major order as floats} */
    public float[] toFloats() {
        if (array.getDataType() == DataType.FLOAT32 && !array.getDevice().isGpu()) {
            return array.toFloatArray();
        }
        try (PtNDArray floats = onHost(DataType.FLOAT32)) {
            return floats.toFloatArray();
        }
    }

    /** {@return the elements in row-major order as doubles} */
    public double[] toDoubles() {
        try (PtNDArray doubles = onHost(DataType.FLOAT64)) {
            return doubles.toDoubleArray();
        }
    }

    /** {@return the value of a tensor with one element} */
    public double item() {
        if (count() != 1) {
            throw new IllegalArgumentException("item needs a tensor with one element, got shape " + array.getShape());
        }
        return toDoubles()[0];
    }

    private PtNDArray onHost(DataType type) {
        try (PtNDArray host = array.toDevice(ai.djl.Device.cpu(), true)) {
            return host.toType(type, true);
        }
    }

    // ---- parameters

    /** Makes this tensor a leaf to which {@link Tape#backward} adds gradients. */
    public Tensor requireGradient() {
        array.setRequiresGradient(true);
        return this;
    }

    /** {@return the gradient collected so far, zero before the first, as a tensor of the innermost open scope} */
    public Tensor gradient() {
        PtNDArray gradient = JniUtils.getGradient(array);
        if (gradient == null) { // the engine's own stand-in is always float32
            return new Tensor((PtNDArray) Scope.innermost().manager().zeros(array.getShape(), array.getDataType()));
        }
        gradient.attach(Scope.innermost().manager());
        return new Tensor(gradient);
    }

    /** Sets the collected gradient to zero. */
    public void zeroGradient() {
        JniUtils.zeroGrad(array);
    }

    /** {@return a copy outside the recorded graph, in the innermost open scope} */
    public Tensor copy() {
        PtNDArray detached = JniUtils.detachGradient(array);
        try (detached) {
            PtNDArray copy = (PtNDArray) detached.duplicate();
            copy.attach(Scope.innermost().manager());
            return new Tensor(copy);
        }
    }

    // ---- arithmetic

    /** {@return this + y} */
    public Tensor add(Tensor y) {
        return SCRIPT.call("add", this, y);
    }

    /** {@return this - y} */
    public Tensor sub(Tensor y) {
        return SCRIPT.call("sub", this, y);
    }

    /** {@return this * y, element by element} */
    public Tensor mul(Tensor y) {
        return SCRIPT.call("mul", this, y);
    }

    /** {@return this / y, element by element} */
    public Tensor div(Tensor y) {
        return SCRIPT.call("div", this, y);
    }

    /** {@return this * factor} */
    public Tensor scale(double factor) {
        return SCRIPT.call("scale", this, factor);
    }

    /** {@return this + amount} */
    public Tensor shift(double amount) {
        return SCRIPT.call("shift", this, amount);
    }

    /** {@return this to a power} */
    public Tensor power(double exponent) {
        return SCRIPT.call("power", this, exponent);
    }

    /** {@return the larger of the two, element by element} */
    public Tensor maximum(Tensor y) {
        return SCRIPT.call("maximum", this, y);
    }

    /** {@return the larger of this and {@code low}} */
    public Tensor clampMin(double low) {
        return SCRIPT.call("clamp_min", this, low);
    }

    /** {@return -this} */
    public Tensor neg() {
        return SCRIPT.call("neg", this);
    }

    /** {@return the absolute value} */
    public Tensor abs() {
        return SCRIPT.call("abs", this);
    }

    /** {@return e to this} */
    public Tensor exp() {
        return SCRIPT.call("exp", this);
    }

    /** {@return the natural logarithm} */
    public Tensor log() {
        return SCRIPT.call("log", this);
    }

    /** {@return the square root} */
    public Tensor sqrt() {
        return SCRIPT.call("sqrt", this);
    }

    /** {@return this * this} */
    public Tensor square() {
        return SCRIPT.call("square", this);
    }

    /** {@return the hyperbolic tangent} */
    public Tensor tanh() {
        return SCRIPT.call("tanh", this);
    }

    /** {@return 1 / (1 + exp(-this))} */
    public Tensor sigmoid() {
        return SCRIPT.call("sigmoid", this);
    }

    /** {@return log(1 / (1 + exp(-this))), without overflow} */
    public Tensor logSigmoid() {
        return SCRIPT.call("log_sigmoid", this);
    }

    /** {@return log(1 + exp(this))} */
    public Tensor softplus() {
        return SCRIPT.call("softplus", this);
    }

    /** {@return max(this, 0)} */
    public Tensor relu() {
        return SCRIPT.call("relu", this);
    }

    /** {@return the Gaussian error linear unit, exact (erf) form} */
    public Tensor gelu() {
        return SCRIPT.call("gelu", this);
    }

    /** {@return this * sigmoid(this)} */
    public Tensor silu() {
        return SCRIPT.call("silu", this);
    }

    /** {@return the exponential linear unit with alpha 1} */
    public Tensor elu() {
        return SCRIPT.call("elu", this);
    }

    // ---- products and layers

    /** {@return the matrix product over the last two axes, batched over the others} */
    public Tensor matmul(Tensor y) {
        return SCRIPT.call("matmul", this, y);
    }

    /** {@return this · weightᵀ + bias: (…, in) with weight (out, in) gives (…, out)} */
    public Tensor linear(Tensor weight, Tensor bias) {
        return SCRIPT.call("linear", this, weight, bias);
    }

    /** {@return this · weightᵀ: (…, in) with weight (out, in) gives (…, out)} */
    public Tensor linear(Tensor weight) {
        return SCRIPT.call("linear_without_bias", this, weight);
    }

    /** {@return the cross-correlation of (batch, in, time) with weight (out, in / groups, kernel), zeros outside} */
    public Tensor conv1d(Tensor weight, Tensor bias, int stride, int padding, int dilation, int groups) {
        return SCRIPT.call("conv1d", this, weight, bias, stride, padding, dilation, groups);
    }

    /** {@return layer normalisation over the last axes, those of {@code weight}; population variance, eps inside the root} */
    public Tensor layerNorm(Tensor weight, Tensor bias, double eps) {
        return SCRIPT.call("layer_norm", this, weight, bias, eps);
    }

    /** {@return this / sqrt(mean(this²) + eps) * weight over the last axis} */
    public Tensor rmsNorm(Tensor weight, double eps) {
        return SCRIPT.call("rms_norm", this, weight, eps);
    }

    /** {@return exp normalised to sum to one along an axis} */
    public Tensor softmax(int axis) {
        return SCRIPT.call("softmax", this, axis);
    }

    /** {@return the logarithm of the softmax along an axis} */
    public Tensor logSoftmax(int axis) {
        return SCRIPT.call("log_softmax", this, axis);
    }

    /** {@return log of the sum of exp along an axis, which is removed} */
    public Tensor logSumExp(int axis) {
        return SCRIPT.call("log_sum_exp", this, axis);
    }

    /** {@return softmax(this · kᵀ / √d) · v for queries (…, T, d)} */
    public Tensor attention(Tensor k, Tensor v) {
        return SCRIPT.call("attention", this, k, v);
    }

    /** {@return attention with {@code mask} added to the scores before the softmax} */
    public Tensor attention(Tensor k, Tensor v, Tensor mask) {
        return SCRIPT.call("masked_attention", this, k, v, mask);
    }

    /** {@return the last axis with its pairs (2k, 2k+1) rotated by angles given as cosines and sines of half its size} */
    public Tensor rotatePairs(Tensor cosine, Tensor sine) {
        return SCRIPT.call("rotate_pairs", this, cosine, sine);
    }

    // ---- sums

    /** {@return the sum of all elements} */
    public Tensor sum() {
        return SCRIPT.call("sum_all", this);
    }

    /** {@return the mean of all elements} */
    public Tensor mean() {
        return SCRIPT.call("mean_all", this);
    }

    /** {@return sums over axes, kept as size 1 or removed} */
    public Tensor sum(boolean keep, long... axes) {
        return SCRIPT.call("sum", this, axes, keep);
    }

    /** {@return means over axes, kept as size 1 or removed} */
    public Tensor mean(boolean keep, long... axes) {
        return SCRIPT.call("mean", this, axes, keep);
    }

    /** {@return the largest value along an axis; equal maxima share the gradient} */
    public Tensor max(boolean keep, int axis) {
        return SCRIPT.call("max_along", this, axis, keep);
    }

    // ---- shape

    /** {@return the same elements in another shape; one size may be -1} */
    public Tensor reshape(long... shape) {
        return SCRIPT.call("reshape", this, shape);
    }

    /** {@return the axes in another order} */
    public Tensor permute(long... axes) {
        return SCRIPT.call("permute", this, axes);
    }

    /** {@return two axes exchanged} */
    public Tensor transpose(int a, int b) {
        return SCRIPT.call("transpose", this, a, b);
    }

    /** {@return {@code length} positions of an axis from {@code start}} */
    public Tensor narrow(int axis, long start, long length) {
        return SCRIPT.call("narrow", this, axis, start, length);
    }

    /** {@return one position of an axis, which is removed} */
    public Tensor select(int axis, long index) {
        return SCRIPT.call("select", this, axis, index);
    }

    /** {@return axes of size 1 repeated, without a copy; -1 keeps a size} */
    public Tensor expand(long... shape) {
        return SCRIPT.call("expand", this, shape);
    }

    /** {@return an axis in reverse order} */
    public Tensor flip(int axis) {
        return SCRIPT.call("flip", this, axis);
    }

    /** {@return zeros added: before and after the last axis, then the one before it, and so on} */
    public Tensor pad(long... widths) {
        return SCRIPT.call("pad", this, widths);
    }

    /** {@return the rows of a table (n, d) at integer positions: (…) gives (…, d)} */
    public Tensor rows(Tensor index) {
        return SCRIPT.call("rows", this, index);
    }

    /** {@return this with each row of {@code source} added to the row that {@code index} names} */
    public Tensor addRows(Tensor index, Tensor source) {
        return SCRIPT.call("add_rows", this, index, source);
    }

    /** {@return bytes or indices as numbers of the type of {@code y}} */
    public Tensor typeAs(Tensor y) {
        return SCRIPT.call("to_float_like", this, y);
    }

    /** {@return {@code x} where {@code mask} is not zero, else {@code y}} */
    public static Tensor where(Tensor mask, Tensor x, Tensor y) {
        return SCRIPT.call("where", mask, x, y);
    }

    /** {@return tensors joined along an existing axis} */
    public static Tensor concat(List<Tensor> parts, int axis) {
        return SCRIPT.call("concat", parts, axis);
    }

    /** {@return tensors of one shape joined along a new axis} */
    public static Tensor stack(List<Tensor> parts, int axis) {
        return SCRIPT.call("stack", parts, axis);
    }
}
