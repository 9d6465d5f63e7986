package dev.trivium.nn.search;

import java.util.List;
import java.util.SplittableRandom;

/** How often each value of a choice was seen; one further observation is shared by all, so that none is impossible. */
final class Frequencies implements Density {

    private final Choice choice;
    private final double[] shares;

    Frequencies(Choice choice, List<Object> seen) {
        this.choice = choice;
        int count = choice.values().size();
        shares = new double[count];
        int known = 0;
        for (Object value : seen) {
            int i = choice.values().indexOf(value); // the default recipe may have one that is not on offer
            if (i >= 0) {
                shares[i]++;
                known++;
            }
        }
        for (int i = 0; i < count; i++) {
            shares[i] = (shares[i] + 1.0 / count) / (known + 1);
        }
    }

    @Override
    public Object draw(SplittableRandom random) {
        double at = random.nextDouble();
        int i = 0;
        for (; i < shares.length - 1 && at >= shares[i]; i++) {
            at -= shares[i];
        }
        return choice.values().get(i);
    }

    @Override
    public double log(Object value) {
        return Math.log(shares[choice.values().indexOf(value)]);
    }
}
