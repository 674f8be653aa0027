package fr.hubee.api.http;

import fr.hubee.kernel.shared.EmailAddress;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A valid e-mail address; an empty text means none, for clients that do not send null. */
@Pattern(regexp = "(?:" + EmailAddress.FORM + ")?", message = EmailForm.TEXT)
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailForm {
    String TEXT = "String is not a valid email value";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Stores an empty text as none. */
    final class Kept {

        private Kept() {}

        public static String orNull(String sent) {
            return sent == null || sent.isEmpty() ? null : sent;
        }
    }
}
