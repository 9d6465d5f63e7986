package dev.trivium.cli.record;

import dev.trivium.nn.tensor.Machine;
import dev.trivium.nn.tensor.NativeRuntime;
import java.util.Map;
import java.util.TreeMap;

/** Versions and machine of a run, as text by name. */
public final class Environment {

    /** Names that decide no bits. */
    private static final String OS_VERSION = "os version";

    private Environment() {}

    /** {@return what this process runs on} */
    static Map<String, String> here(String device) {
        Machine machine = Machine.here();
        Map<String, String> all = new TreeMap<>();
        String version = Environment.class.getPackage().getImplementationVersion();
        all.put("trivium", version == null ? "development" : version);
        all.put("engine", NativeRuntime.ENGINE + ", loaded " + NativeRuntime.engineVersion());
        all.put("java", System.getProperty("java.version", "") + " (" + System.getProperty("java.vendor", "") + ")");
        all.put("os", machine.os());
        all.put(OS_VERSION, machine.osVersion());
        all.put("arch", machine.arch());
        all.put("processor", machine.processor());
        all.put("kernels", machine.level());
        all.put("kernel settings", new TreeMap<>(machine.overrides()).toString());
        all.put("device", device);
        all.put("threads", String.valueOf(NativeRuntime.threads()));
        return all;
    }

    /** {@return what differs between two environments and can decide bits: name to {@code before → now}} */
    public static Map<String, String> differences(Map<String, String> before, Map<String, String> now) {
        Map<String, String> different = new TreeMap<>();
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(now);
        for (String name : all.keySet()) {
            String then = before.getOrDefault(name, "not recorded");
            String here = now.getOrDefault(name, "not known");
            if (!then.equals(here) && !name.equals(OS_VERSION)) {
                different.put(name, then + " → " + here);
            }
        }
        return different;
    }
}
