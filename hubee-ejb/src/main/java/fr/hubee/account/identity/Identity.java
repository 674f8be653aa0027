package fr.hubee.account.identity;

import fr.hubee.shared.InvalidRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Who a person is, and where she is reached.
 *
 * @param civility null while nobody has told it: DataPass does not
 * @param function may be null
 * @param phoneNumber the first one; one of the two is there when a person typed them
 */
@Embeddable
public record Identity(
        @Enumerated(EnumType.STRING) Civility civility,
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String function,
        @Column(name = "phone_number") String phoneNumber,
        @Column(name = "mobile_number") String mobileNumber) {

    /** Tidied, from a form. */
    public Identity checked() {
        if (civility == null) {
            throw new InvalidRequest("Choisissez la civilité : « M. » ou « Mme ».");
        }
        var tidied = tidied();
        if (tidied.phoneNumber == null && tidied.mobileNumber == null) {
            throw new InvalidRequest("Indiquez au moins un numéro de téléphone.");
        }
        return tidied;
    }

    /** Tidied, from where less is known: the names are enough. */
    public Identity tidied() {
        return new Identity(
                civility,
                TypedText.required("Prénom", firstName),
                TypedText.required("Nom", lastName),
                TypedText.optional("Fonction", function),
                TypedPhone.of(phoneNumber),
                TypedPhone.of(mobileNumber));
    }

    /** The same person, who told this of herself. */
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
