package fr.hubee.account.identity;

import fr.hubee.shared.InvalidRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

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
        if (civility == null) {
            throw new InvalidRequest("Choisissez la civilité : « M. » ou « Mme ».");
        }
        var tidied = tidied();
        if (tidied.phoneNumber == null && tidied.mobileNumber == null) {
            throw new InvalidRequest("Indiquez au moins un numéro de téléphone.");
        }
        return tidied;
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
