package dev.trivium.cli.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mutates the files of a format and sees what becomes of them. */
final class Fuzzer {

    /** What a mutant may take of a processor. */
    private static final int MOST_SECONDS = 10;
    /** What it may take on a machine that has other things to do, the engine's loading included. */
    private static final int LONGEST_WAIT = 120;
    /** Java objects that a mutant may make, all in all, whether they are garbage or not. */
    private static final long MOST_HEAP = 512L << 20;
    /** What the resident memory of the process may grow by while a mutant is looked at; only where the system tells it. */
    private static final long MOST_NATIVE = 384L << 20;
    private static final int MOST_SEEDS = 400;
    private static final int LONGEST_MESSAGE = 4000;

    private final Path folder;
    private final long seed;
    private final Set<String> words = new HashSet<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private volatile Thread thread = Thread.currentThread();
    private ExecutorService worker = worker();

    /** @param folder for the mutants; those that are bugs stay there */
    Fuzzer(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    private ExecutorService worker() {
        return Executors.newSingleThreadExecutor(task -> {
            thread = new Thread(task, "mutant");
            thread.setDaemon(true);
            return thread;
        });
    }

    private enum Outcome { ANSWERED, REFUSED_READING, REFUSED_ANSWERING, BUG }

    private record Verdict(Outcome outcome, String message, long heap) {}

    Figures run(Format format, int mutants) throws IOException, InterruptedException {
        Figures figures = new Figures(format.name());
        words.clear();
        List<byte[]> pool = new ArrayList<>(format.seeds());
        int sound = pool.size();
        SplittableRandom random = new SplittableRandom(seed ^ format.name().hashCode());
        Path file = folder.resolve("mutant-" + format.name().replace(' ', '-') + format.ending());
        for (byte[] each : pool) {
            requireSound(format, file, each);
        }
        long start = System.nanoTime();
        for (int i = 0; i < mutants; i++) {
            // a sound file half of the time, else one that was refused in words of its own
            byte[] parent = pool.get(random.nextBoolean() ? random.nextInt(sound) : random.nextInt(pool.size()));
            byte[] mutant = mutant(format, parent, pool.get(random.nextInt(sound)), random);
            Files.deleteIfExists(file); // a new file stays in memory; one that is cut goes to the disk at once
            Files.write(file, mutant);
            figures.mutants++;
            figures.pastOuter += format.pastOuter(file, mutant) ? 1 : 0;
            Verdict verdict = watch(format, file, figures);
            if (words.add(verdict.outcome() + " " + shape(verdict.message(), file)) && pool.size() < MOST_SEEDS && verdict.outcome() != Outcome.BUG) {
                pool.add(mutant);
            }
            count(figures, verdict, mutant, i);
        }
        figures.words = words.size();
        figures.seconds = (System.nanoTime() - start) / 1e9;
        Files.deleteIfExists(file);
        return figures;
    }

    /** Some mutants cannot be mutated further, such as those that are no zip any more; then a sound file serves. */
    private static byte[] mutant(Format format, byte[] parent, byte[] sound, SplittableRandom random) throws IOException {
        try {
            return format.mutate(parent, random);
        } catch (IOException | RuntimeException e) {
            return format.mutate(sound, random);
        }
    }

    private void requireSound(Format format, Path file, byte[] bytes) throws IOException, InterruptedException {
        Files.write(file, bytes);
        Verdict verdict = watch(format, file, new Figures("sound"));
        if (verdict.outcome() != Outcome.ANSWERED || !format.pastOuter(file, bytes)) {
            throw new IllegalStateException("a seed of " + format.name() + " must be sound, got " + verdict);
        }
    }

    private void count(Figures figures, Verdict verdict, byte[] mutant, int index) throws IOException {
        switch (verdict.outcome()) {
            case ANSWERED -> figures.answered++;
            case REFUSED_READING -> figures.refusedReading++;
            case REFUSED_ANSWERING -> figures.refusedAnswering++;
            default -> {
                figures.bugs.add(index + ": " + verdict.message());
                if (figures.bugs.size() < 200) {
                    Files.write(folder.resolve("bug-" + figures.format.replace(' ', '-') + "-" + index), mutant);
                    Files.writeString(folder.resolve("bug-" + figures.format.replace(' ', '-') + "-" + index + ".txt"), verdict.message());
                }
            }
        }
    }

    /** A message without what differs from file to file. */
    private static String shape(String message, Path file) {
        String general = message.replace(file.toString(), "").replaceAll("[0-9]+", "0").replaceAll("got .*", "got").replaceAll("\"[^\"]*\"", "q");
        return general.substring(0, Math.min(160, general.length()));
    }

    private Verdict watch(Format format, Path file, Figures figures) throws InterruptedException {
        long resident = ResidentMemory.beginPeak();
        long start = System.nanoTime();
        Future<Verdict> running = worker.submit(() -> look(format, file));
        Verdict verdict;
        try {
            verdict = await(running);
        } catch (TimeoutException e) {
            worker = worker(); // the thread is lost; the bug is that it does not end
            verdict = new Verdict(Outcome.BUG, "takes more than " + MOST_SECONDS + " s of a processor, or " + LONGEST_WAIT + " s", 0);
        } catch (ExecutionException e) {
            verdict = new Verdict(Outcome.BUG, trace(e.getCause()), 0);
        }
        figures.slowest = Math.max(figures.slowest, (System.nanoTime() - start) / 1e9);
        figures.mostBytes = Math.max(figures.mostBytes, verdict.heap());
        long grown = ResidentMemory.peak() - resident;
        figures.mostNative = Math.max(figures.mostNative, grown);
        if (verdict.heap() > MOST_HEAP || grown > MOST_NATIVE) {
            return new Verdict(Outcome.BUG, String.format(Locale.ROOT, "takes too much memory: %d bytes of objects, %d bytes resident; %s", verdict.heap(), grown,
                    verdict.message()), verdict.heap());
        }
        return verdict;
    }

    private Verdict await(Future<Verdict> running) throws InterruptedException, ExecutionException, TimeoutException {
        long processor = threads.getThreadCpuTime(thread.getId());
        for (int second = 1; second < LONGEST_WAIT; second++) {
            try {
                return running.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (threads.getThreadCpuTime(thread.getId()) - processor > MOST_SECONDS * 1_000_000_000L) {
                    throw e;
                }
            }
        }
        return running.get(1, TimeUnit.SECONDS);
    }

    private Verdict look(Format format, Path file) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        Verdict verdict = judge(format, file);
        return new Verdict(verdict.outcome(), verdict.message(), threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }

    private static Verdict judge(Format format, Path file) {
        Format.Opened opened;
        try {
            opened = format.open(file);
        } catch (IOException e) {
            boolean named = isShown(e) && e.getMessage().contains(file.getFileName().toString());
            return named ? new Verdict(Outcome.REFUSED_READING, e.getMessage(), 0) : bug(e);
        } catch (Exception | Error e) {
            return bug(e);
        }
        try (opened) {
            for (double number : opened.answer()) {
                if (!Double.isFinite(number)) {
                    return new Verdict(Outcome.BUG, "answers with " + number, 0);
                }
            }
            return new Verdict(Outcome.ANSWERED, "", 0);
        } catch (IllegalArgumentException e) {
            boolean named = e.getClass() == IllegalArgumentException.class && isShown(e) && e.getMessage().contains(" must ");
            return named ? new Verdict(Outcome.REFUSED_ANSWERING, e.getMessage(), 0) : bug(e);
        } catch (Exception | Error e) {
            return bug(e);
        }
    }

    /** A message that fits a terminal and cannot steer it. */
    private static boolean isShown(Exception e) {
        String message = e.getMessage();
        return message != null && message.length() < LONGEST_MESSAGE && message.chars().noneMatch(c -> c < ' ' && c != '\n' || c == 127);
    }

    private static Verdict bug(Throwable e) {
        return new Verdict(Outcome.BUG, trace(e), 0);
    }

    private static String trace(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = e; each != null && text.length() < LONGEST_MESSAGE; each = each.getCause()) {
            String line = String.valueOf(each);
            text.append(line, 0, Math.min(300, line.length()));
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(12, frames.length); i++) {
                text.append("\n    at ").append(frames[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
