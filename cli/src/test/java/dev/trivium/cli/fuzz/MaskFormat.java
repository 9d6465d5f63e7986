package dev.trivium.cli.fuzz;

import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Mask files: a header of lines, bits, and a SHA-256 over both, which is right again after most mutations. */
final class MaskFormat implements Format {

    private static final int DIGEST = 32;

    private final Path scratch;

    MaskFormat(Path scratch) {
        this.scratch = scratch.resolve("mask.seed");
    }

    @Override
    public String name() {
        return "mask file";
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        new Points(0.2).draw(ModelReaders.history(60), 3).save(scratch);
        return List.of(Files.readAllBytes(scratch));
    }

    @Override
    public byte[] mutate(byte[] file, SplittableRandom random) {
        byte[] contents = Arrays.copyOf(file, Math.max(0, file.length - DIGEST));
        String text = new String(contents, StandardCharsets.ISO_8859_1);
        int bits = Math.max(0, text.indexOf("\n\n") + 2);
        byte[] changed;
        if (random.nextInt(3) > 0) {
            byte[] header = new TextMutator(random, " ", List.of("0", "1", "3", "60", "points", "all")).mutate(text.substring(0, bits)
                    .getBytes(StandardCharsets.UTF_8));
            changed = Arrays.copyOf(header, header.length + contents.length - bits);
            System.arraycopy(contents, bits, changed, header.length, contents.length - bits);
        } else {
            changed = Arrays.copyOf(contents, Math.max(bits, contents.length + random.nextInt(5) - 2));
            for (int i = random.nextInt(3); i > 0 && changed.length > bits; i--) {
                changed[bits + random.nextInt(changed.length - bits)] ^= (byte) (1 << random.nextInt(8));
            }
        }
        byte[] all = Arrays.copyOf(changed, changed.length + DIGEST);
        byte[] sum = random.nextInt(20) == 0 ? new byte[DIGEST] : HexFormat.of().parseHex(ModelBox.sha256(changed));
        System.arraycopy(sum, 0, all, changed.length, DIGEST);
        return all;
    }

    @Override
    public boolean pastOuter(Path file, byte[] bytes) {
        byte[] contents = Arrays.copyOf(bytes, Math.max(0, bytes.length - DIGEST));
        return new String(contents, StandardCharsets.ISO_8859_1).startsWith("trivium mask 1\n")
                && ModelBox.sha256(contents).equals(HexFormat.of().formatHex(bytes, contents.length, bytes.length));
    }

    @Override
    public Opened open(Path file) throws IOException {
        HiddenMask mask = HiddenMask.load(file);
        return () -> {
            String.valueOf(mask.describe() + mask.sha256());
            return new double[] {mask.count(), mask.hide(ModelReaders.history(60)).missing()};
        };
    }
}
