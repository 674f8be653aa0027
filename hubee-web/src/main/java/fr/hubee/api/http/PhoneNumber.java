package fr.hubee.api.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Digits only, with an optional leading plus (specification §2.2, §2.4). */
@Pattern(
        regexp = "\\+?[0-9]{10,20}",
        message = "ECMA 262 regex \"^\\\\+[0-9]\\{10,20\\}$|^[0-9]\\{10,20\\}$\" does not match input string")
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneNumber {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
