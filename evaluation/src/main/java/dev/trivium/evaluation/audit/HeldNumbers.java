package dev.trivium.evaluation.audit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and texts that an object holds, whether in its fields, in arrays, collections and other objects that these refer to, or in static fields of its own
 * class: how a recipe is told that was made with the data it is scored on. Memory outside of Java is not seen, nor what a field of {@code java}'s
 * other classes refers to.
 */
public final class HeldNumbers {

    private static final int MOST_OBJECTS = 100_000;
    private static final List<String> CLOSED = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "ai.djl.", "org.", "com.fasterxml.");
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private final Predicate<String> wanted;
    private Function<Object, double @Nullable []> leaf;

    private HeldNumbers(Function<Object, double @Nullable []> leaf, Predicate<String> wanted) {
        this.leaf = leaf;
        this.wanted = wanted;
    }

    /**
     * {@return the arrays of numbers that can be reached from an object, floats as doubles}
     *
     * @param leaf the numbers of an object that is not to be looked into, such as a series that shares its memory with longer ones; null for
     *             others
     */
    public static List<double[]> of(Object root, Function<Object, double @Nullable []> leaf) {
        HeldNumbers held = new HeldNumbers(leaf, text -> false);
        held.walk(root);
        return held.numbers;
    }

    /**
     * {@return the texts that can be reached from an object}
     *
     * @param wanted which
     * @param leaf   the texts of an object that is not to be looked into; null for others
     */
    public static Set<String> texts(Object root, Predicate<String> wanted, Function<Object, @Nullable List<String>> leaf) {
        HeldNumbers held = new HeldNumbers(value -> null, wanted);
        Set<String> met = held.met;
        held.leaf = value -> {
            List<String> texts = leaf.apply(value);
            if (texts != null) {
                texts.stream().filter(wanted).forEach(met::add);
            }
            return texts == null ? null : new double[0];
        };
        held.walk(root);
        return met;
    }

    private void walk(Object root) {
        enter(root);
        fields(root, root.getClass(), true);
        while (!next.isEmpty() && seen.size() < MOST_OBJECTS) {
            visit(next.poll());
        }
    }

    private void enter(@Nullable Object value) {
        if (value instanceof String text) {
            if (wanted.test(text)) {
                met.add(text);
            }
        } else if (value != null && !(value instanceof Class<?>) && !(value instanceof Enum<?>) && !(value instanceof Thread)
                && seen.add(value)) {
            next.add(value);
        }
    }

    private void visit(Object value) {
        double[] known = leaf.apply(value);
        if (known != null) {
            numbers.add(known);
        } else if (value instanceof double[] array) {
            numbers.add(array);
        } else if (value instanceof float[] array) {
            double[] wide = new double[array.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = array[i];
            }
            numbers.add(wide);
        } else if (value instanceof Object[] array) {
            for (Object each : array) {
                enter(each);
            }
        } else if (value instanceof Collection<?> collection) {
            collection(List.copyOf(collection.stream().filter(java.util.Objects::nonNull).toList()));
        } else if (value instanceof Map<?, ?> map) {
            collection(map.keySet().stream().filter(java.util.Objects::nonNull).toList());
            collection(map.values().stream().filter(java.util.Objects::nonNull).toList());
        } else if (value instanceof Optional<?> optional) {
            enter(optional.orElse(null));
        } else if (value instanceof AtomicReference<?> reference) {
            enter(reference.get());
        } else if (!value.getClass().isArray()) {
            fields(value, value.getClass(), false);
        }
    }

    private void collection(List<?> values) {
        if (!values.isEmpty() && values.stream().allMatch(Number.class::isInstance)) {
            numbers.add(values.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray());
        } else {
            values.forEach(this::enter);
        }
    }

    private void fields(Object value, Class<?> type, boolean statics) {
        List<Double> single = new ArrayList<>();
        for (Class<?> each = type; each != null && CLOSED.stream().noneMatch(each.getName()::startsWith); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                boolean isStatic = Modifier.isStatic(field.getModifiers());
                if (isStatic == statics && field.getType() != long.class) {
                    read(isStatic ? null : value, field, single);
                }
            }
        }
        if (!single.isEmpty()) {
            numbers.add(single.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private void read(@Nullable Object owner, Field field, List<Double> single) {
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof Double || value instanceof Float) {
                single.add(((Number) value).doubleValue());
            } else if (!(value instanceof Number) && !(value instanceof Boolean) && !(value instanceof Character)) {
                enter(value);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            return; // closed to us: what is in there is not seen
        }
    }

}
