package dev.trivium.reproduce.record;

/**
 * What made the figures of a run.
 *
 * @param threads threads of an operation
 * @param commit of the sources; ends in {@code -dirty} if they had changes
 * @param machine processor and system
 * @param versions of engine and Java
 */
public record Origin(int threads, String commit, String machine, String versions) {

    /** {@return the origin of what this process makes} */
    public static Origin here(int threads, String commit) {
        return new Origin(threads, commit, Machine.describe(), Machine.versions());
    }
}
