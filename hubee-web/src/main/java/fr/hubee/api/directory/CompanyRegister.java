package fr.hubee.api.directory;

import fr.hubee.api.http.RefusedParameter;
import fr.hubee.api.http.ValidationText;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The 14 digits of a SIRET; its key is not checked here (specification §2.1). */
@Pattern(regexp = CompanyRegister.Form.REGEX, message = "ECMA 262 regex \"[0-9]\\{14\\}\" does not match input string")
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompanyRegister {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks path and query parameters, which the constraint does not cover. */
    final class Form {
        static final String REGEX = "[0-9]{14}";

        private Form() {}

        /** @param text null when the parameter is absent */
        public static void check(String text, String where) {
            if (text != null && !text.matches(REGEX)) {
                throw new RefusedParameter(where, ValidationText.noMatch(REGEX));
            }
        }
    }
}
