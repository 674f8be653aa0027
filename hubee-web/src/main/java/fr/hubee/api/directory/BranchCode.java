package fr.hubee.api.directory;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code guichet: it identifies a counter of an establishment; for a commune, its municipality code (specification §2.1). */
@Size(max = 10)
@Pattern(regexp = "[\\w-]*", message = "ECMA 262 regex \"^[\\\\w-]*$\" does not match input string")
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BranchCode {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
