package fr.hubee.api.folder;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a file may be called: no step of its path, if it has one, is empty or a dot or two, and it has no control character.
 * What else may mislead is made harmless where it is shown.
 */
@Size(max = 255)
@Pattern(
        regexp = AnnouncedName.JAVA,
        message =
                "ECMA 262 regex \"^(?!(.*[/\\\\\\\\])?\\\\s*\\\\.?\\\\.?\\\\s*([/\\\\\\\\]|$))[^\\\\x00-\\\\x1F\\\\x7F]*$\""
                        + " does not match input string")
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface AnnouncedName {
    /** As in the message, and going no step back: a long text takes no longer. */
    String JAVA = "(?s)(?!(.*[/\\\\])?\\s*+\\.?+\\.?+\\s*+([/\\\\]|$))[^\\x00-\\x1F\\x7F]*+";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
