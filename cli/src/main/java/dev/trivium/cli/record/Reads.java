package dev.trivium.cli.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an option that names a file to be read, or a file or something else by name: its values are recorded without their folders. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Reads {

    /** {@return what stands before the name of a file, such as {@code mask:}; values without it name no file} */
    String prefix() default "";
}
