package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A linear map for each series. Stored: for series s the tensors {@code s.weight} (H, L), {@code s.bias} (H); {@code centre}, {@code penalty}. */
record LinearRule(int lookback, int horizon, List<LinearMap> maps) implements Rule {

    LinearRule {
        maps = List.copyOf(maps);
    }

    @Override
    public Steps over(FilledRows rows) {
        return (origin, target, offset) -> forecast(rows, origin, target, offset);
    }

    private void forecast(FilledRows rows, int origin, double[] target, int offset) {
        double[] x = new double[lookback];
        for (int s = 0; s < maps.size(); s++) {
            for (int p = 0; p < lookback; p++) {
                x[p] = rows.value(origin - lookback + p, s);
            }
            double c = maps.get(s).takeCentre(x);
            for (int h = 0; h < horizon; h++) {
                target[offset + h * maps.size() + s] = maps.get(s).at(h, x, c);
            }
        }
    }

    @Override
    public Optional<String> note() {
        long unfitted = maps.stream().filter(map -> !map.fitted()).count();
        return unfitted == 0 ? Optional.empty()
                : Optional.of(unfitted + " of " + maps.size() + " series without a whole training window: the last value");
    }

    @Override
    public List<StoredTensor> tensors() {
        List<StoredTensor> tensors = new ArrayList<>();
        long[] centres = new long[maps.size()];
        double[] penalties = new double[maps.size()];
        for (int s = 0; s < maps.size(); s++) {
            LinearMap map = maps.get(s);
            float[] flat = new float[horizon * lookback];
            for (int h = 0; h < horizon; h++) {
                System.arraycopy(map.weights()[h], 0, flat, h * lookback, lookback);
            }
            tensors.add(StoredTensor.floats(s + ".weight", new long[] {horizon, lookback}, flat));
            tensors.add(StoredTensor.doubles(s + ".bias", new long[] {horizon}, map.bias()));
            centres[s] = map.centre().ordinal();
            penalties[s] = map.penalty();
        }
        tensors.add(StoredTensor.longs("centre", new long[] {maps.size()}, centres));
        tensors.add(StoredTensor.doubles("penalty", new long[] {maps.size()}, penalties));
        return tensors;
    }

    /** @throws IOException if the tensors are not those of such a rule */
    static LinearRule read(Path file, LinearSpec spec, int series, Map<String, StoredTensor> tensors) throws IOException {
        Map<String, long[]> expected = new LinkedHashMap<>();
        for (int s = 0; s < series; s++) {
            expected.put(s + ".weight", new long[] {spec.horizon(), spec.lookback()});
            expected.put(s + ".bias", new long[] {spec.horizon()});
        }
        expected.put("centre", new long[] {series});
        expected.put("penalty", new long[] {series});
        TensorCheck.require(file, expected, tensors);
        try {
            long[] centres = tensors.get("centre").toLongs();
            double[] penalties = tensors.get("penalty").toDoubles();
            List<LinearMap> maps = new ArrayList<>();
            for (int s = 0; s < series; s++) {
                float[] flat = tensors.get(s + ".weight").toFloats();
                float[][] weights = new float[spec.horizon()][spec.lookback()];
                for (int h = 0; h < weights.length; h++) {
                    System.arraycopy(flat, h * spec.lookback(), weights[h], 0, spec.lookback());
                }
                LinearMap.Centre centre = LinearMap.Centre.values()[Math.toIntExact(centres[s])];
                maps.add(new LinearMap(centre, penalties[s], weights, tensors.get(s + ".bias").toDoubles()));
            }
            return new LinearRule(spec.lookback(), spec.horizon(), maps);
        } catch (IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, "must hold a linear map for each series: " + e.getMessage());
        }
    }
}
