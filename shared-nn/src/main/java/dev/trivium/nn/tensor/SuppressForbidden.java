package dev.trivium.nn.tensor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the few methods that may make a call listed in {@code build/forbidden/engine-unsafe.txt}, and says why it is safe there. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
@interface SuppressForbidden {

    /** Why the marked code is safe. */
    String value();
}
