package dev.trivium.nn.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a machine decides the last bits of a result. Nothing of it names the machine or its user.
 *
 * @param os        name of the operating system
 * @param osVersion its version; does not decide bits, but tells where to look
 * @param arch      architecture, such as {@code amd64}
 * @param processor model of the processor; {@code not known} where the system does not say
 * @param level     vector instructions by which PyTorch chooses its kernels: {@code AVX512}, {@code AVX2}, {@code DEFAULT}; {@code not known}
 * @param overrides environment variables that choose other kernels than the processor would have, by name; mostly empty
 */
public record Machine(String os, String osVersion, String arch, String processor, String level, Map<String, String> overrides) {

    private static final String UNKNOWN = "not known";
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String LEVEL = "ATEN_CPU_CAPABILITY";
    private static final List<String> CHOOSING = List.of(LEVEL, "MKL_CBWR", "MKL_ENABLE_INSTRUCTIONS", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA",
            "MKL_DEBUG_CPU_TYPE");
    private static final int LONGEST = 100;

    /** Copies the overrides. */
    public Machine {
        overrides = Map.copyOf(overrides);
    }

    /** {@return the machine that this process runs on} */
    public static Machine here() {
        List<String> lines = lines();
        Map<String, String> overrides = new TreeMap<>();
        for (String name : CHOOSING) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> overrides.put(name, cut(value)));
        }
        String processor = field(lines, "model name").or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))).orElse(UNKNOWN);
        return new Machine(property("os.name"), property("os.version"), property("os.arch"), cut(processor),
                level(field(lines, "flags"), Optional.ofNullable(overrides.get(LEVEL))), overrides);
    }

    /** The rules of ATen's dispatch: what is asked for by name, else the best that the processor has. */
    static String level(Optional<String> flags, Optional<String> wish) {
        if (wish.isPresent()) {
            return wish.get().toUpperCase(Locale.ROOT);
        }
        if (flags.isEmpty()) {
            return UNKNOWN;
        }
        Set<String> has = Set.copyOf(Arrays.asList(flags.get().split("\\s+")));
        if (has.containsAll(List.of("avx512f", "avx512vl", "avx512bw", "avx512dq", "fma"))) {
            return "AVX512";
        }
        return has.containsAll(List.of("avx2", "fma")) ? "AVX2" : "DEFAULT";
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(LINUX) ? Files.readAllLines(LINUX, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> field(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name) && line.contains(":")).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).filter(value -> !value.isEmpty());
    }

    private static String property(String name) {
        return System.getProperty(name, UNKNOWN);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
