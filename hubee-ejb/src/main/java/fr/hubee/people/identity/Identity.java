package fr.hubee.people.identity;

import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

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
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String function,
        @Column(name = "phone_number") String phoneNumber,
        @Column(name = "mobile_number") String mobileNumber) {

    /** Normalised and validated, for a form. */
    public Identity checked() {
        FieldProblem.requireNone(problems());
        return tidied();
    }

    /** All that a form refuses. */
    public List<FieldProblem<AccountField>> problems() {
        return new FieldChecks<AccountField>()
                .check(AccountField.CIVILITY, this::requireCivility)
                .check(AccountField.FIRST_NAME, () -> TypedText.required("Prénom", firstName))
                .check(AccountField.LAST_NAME, () -> TypedText.required("Nom", lastName))
                .check(AccountField.FUNCTION, () -> TypedText.optional("Fonction", function))
                .check(AccountField.PHONE, this::requirePhone)
                .check(AccountField.MOBILE, () -> TypedPhone.of(mobileNumber))
                .problems();
    }

    private void requireCivility() {
        if (civility == null) {
            throw new InvalidRequest("Choisissez la civilité : « M. » ou « Mme ».");
        }
    }

    private void requirePhone() {
        boolean none = TypedPhone.of(phoneNumber) == null;
        if (none && TypedPhone.isNothing(mobileNumber)) {
            throw new InvalidRequest("Indiquez au moins un numéro de téléphone.");
        }
    }

    /** Normalised, for sources with less data: only the names are required. */
    public Identity tidied() {
        return new Identity(
                civility,
                TypedText.required("Prénom", firstName),
                TypedText.required("Nom", lastName),
                TypedText.optional("Fonction", function),
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
}
