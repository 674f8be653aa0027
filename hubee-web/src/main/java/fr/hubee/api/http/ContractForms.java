package fr.hubee.api.http;

import fr.hubee.kernel.shared.EmailAddress;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The forms of texts in the contract, with its messages. */
public final class ContractForms {
    public static final String EMAIL_TEXT = "String is not a valid email value";

    private static final String REGISTER = "[0-9]{14}";

    private ContractForms() {}

    /**
     * Checks a path or query parameter, which {@link CompanyRegister} does not cover.
     *
     * @param text null when the parameter is absent
     */
    public static void checkRegister(String text, String where) {
        if (text != null && !text.matches(REGISTER)) {
            throw new RefusedParameter(where, ValidationText.noMatch(REGISTER));
        }
    }

    /** Returns null for an empty address, which clients send that do not send null. */
    public static String emailOrNull(String sent) {
        return sent == null || sent.isEmpty() ? null : sent;
    }

    /** The 14 digits of a SIRET; its key is not checked here (specification §2.1). */
    @Pattern(regexp = REGISTER, message = "ECMA 262 regex \"[0-9]\\{14\\}\" does not match input string")
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CompanyRegister {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

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

    /** A valid e-mail address, or an empty text for none. */
    @Pattern(regexp = "(?:" + EmailAddress.FORM + ")?", message = EMAIL_TEXT)
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface EmailForm {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

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
    public @interface AnnouncedName {
        /** The expression of the message, but without backtracking: its time stays linear for long texts. */
        String JAVA = "(?s)(?!(.*[/\\\\])?\\s*+\\.?+\\.?+\\s*+([/\\\\]|$))[^\\x00-\\x1F\\x7F]*+";

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
