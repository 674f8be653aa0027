package fr.hubee.api.exchange;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A valid file name: no empty, {@code .} or {@code ..} segment in its path, if any, and no control character. Other
 * misleading characters are replaced where the name is shown.
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
    /** The expression of the message, but without backtracking: its time stays linear for long texts. */
    String JAVA = "(?s)(?!(.*[/\\\\])?\\s*+\\.?+\\.?+\\s*+([/\\\\]|$))[^\\x00-\\x1F\\x7F]*+";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
