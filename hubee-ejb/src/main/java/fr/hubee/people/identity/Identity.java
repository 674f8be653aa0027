package fr.hubee.people.identity;

import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's name and contact data.
 *
 * @param civility null until the person states it: DataPass does not provide it
 * @param function may be null
 * @param phoneNumber the first of two numbers; a form requires at least one of them
 */
@Embeddable
public record Identity(
        @Enumerated(EnumType.STRING) Civility civility,
        String firstName,
        String lastName,
        String function,
        String phoneNumber,
        String mobileNumber) {

    /** Normalised and validated, for a form. */
    public Identity checked() {
        FieldProblem.requireNone(problems());
        return tidied();
    }

    public List<FieldProblem<AccountField>> problems() {
        return new FieldChecks<AccountField>()
                .check(AccountField.CIVILITY, this::requireCivility)
                .check(
                        AccountField.FIRST_NAME,
                        () -> TypedText.required(Words.text("people.field.firstName"), firstName))
                .check(AccountField.LAST_NAME, () -> TypedText.required(Words.text("people.field.lastName"), lastName))
                .check(AccountField.FUNCTION, () -> TypedText.optional(Words.text("people.field.function"), function))
                .check(AccountField.PHONE, this::requirePhone)
                .check(AccountField.MOBILE, () -> TypedPhone.of(mobileNumber))
                .problems();
    }

    private void requireCivility() {
        if (civility == null) {
            throw new InvalidRequest(Words.text("people.identity.civility"));
        }
    }

    private void requirePhone() {
        boolean none = TypedPhone.of(phoneNumber) == null;
        if (none && TypedPhone.isNothing(mobileNumber)) {
            throw new InvalidRequest(Words.text("people.identity.phoneMissing"));
        }
    }

    /** Normalised, for sources with less data: only the names are required. */
    public Identity tidied() {
        return new Identity(
                civility,
                TypedText.required(Words.text("people.field.firstName"), firstName),
                TypedText.required(Words.text("people.field.lastName"), lastName),
                TypedText.optional(Words.text("people.field.function"), function),
                TypedPhone.of(phoneNumber),
                TypedPhone.of(mobileNumber));
    }

    /** The same person, with the profile that she entered herself. */
    public Identity with(Profile profile) {
        return new Identity(
                profile.civility(),
                firstName,
                lastName,
                profile.function(),
                profile.phoneNumber(),
                profile.mobileNumber());
    }

    /** A telephone number as typed, in national or international form (specification §2.4). */
    private static final class TypedPhone {
        private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s.\\p{Pd}]");
        private static final Pattern FORM = Pattern.compile("\\+?[0-9]{10,20}");

        private TypedPhone() {}

        /** Null when nothing was typed; otherwise digits only, with an optional leading plus. */
        static String of(String typed) {
            if (isNothing(typed)) {
                return null;
            }
            var number = digits(typed);
            if (!FORM.matcher(number).matches()) {
                throw new InvalidRequest(Words.text("people.identity.phone"));
            }
            return number;
        }

        static boolean isNothing(String typed) {
            return typed == null || digits(typed).isEmpty();
        }

        private static String digits(String typed) {
            return BETWEEN.matcher(typed).replaceAll("");
        }
    }

    /** Text typed in a single-line field. */
    private static final class TypedText {
        private static final int MAX = 255;
        private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");
        private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

        private TypedText() {}

        /**
         * @param field its name on the page
         * @throws InvalidRequest when nothing was typed
         */
        static String required(String field, String typed) {
            var text = optional(field, typed);
            if (text == null) {
                throw new InvalidRequest(Words.text("people.identity.required", field));
            }
            return text;
        }

        /** Null when nothing was typed. */
        static String optional(String field, String typed) {
            if (typed == null) {
                return null;
            }
            var text = Normalizer.normalize(AROUND.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
            if (UNSEEN.matcher(text).find()) {
                throw new InvalidRequest(Words.text("people.identity.invisible", field));
            }
            if (text.length() > MAX) {
                throw new InvalidRequest(Words.text("people.identity.tooLong", field, text.length(), MAX));
            }
            return text.isEmpty() ? null : text;
        }
    }

    /** The personal data that a person may change in her own account (specification §1.3). */
    public record Profile(Civility civility, String function, String phoneNumber, String mobileNumber) {}

    /** The fields of an account in a form, in their order. */
    public enum AccountField {
        TYPE,
        PROCESSES,
        EMAIL,
        CIVILITY,
        FIRST_NAME,
        LAST_NAME,
        FUNCTION,
        PHONE,
        MOBILE,
        ROLES
    }
}
