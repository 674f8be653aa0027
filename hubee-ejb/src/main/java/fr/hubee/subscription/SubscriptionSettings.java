package fr.hubee.subscription;

import fr.hubee.shared.EmailAddress;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;

/**
 * A subscriber's settings for its subscription (specification §6.6).
 *
 * @param email to notify; may be empty without notifications
 * @param editor whose software acts for the subscriber; may be null
 */
public record SubscriptionSettings(
        AccessMode accessMode, NotificationFrequency frequency, String email, OrganizationKey editor) {

    /**
     * Normalised: an editor is only kept in API mode.
     *
     * @throws InvalidRequest with a message for the person who chose them
     */
    SubscriptionSettings checked() {
        if (accessMode == null) {
            throw new InvalidRequest("Choisissez une modalité d’accès : Portail ou API.");
        }
        if (frequency == null) {
            throw new InvalidRequest("Choisissez une fréquence de notification.");
        }
        var kept = accessMode == AccessMode.API ? editor : null;
        if (kept != null && kept.type() != OrganizationType.EDT) {
            throw new InvalidRequest("Cette organisation n’est pas un éditeur : choisissez un éditeur de la liste.");
        }
        return new SubscriptionSettings(accessMode, frequency, checkedEmail(), kept);
    }

    private String checkedEmail() {
        if (email != null && !email.isBlank()) {
            return EmailAddress.of(email).text();
        }
        if (frequency != NotificationFrequency.NONE) {
            throw new InvalidRequest("Indiquez l’adresse e-mail à prévenir, ou choisissez « Aucune » notification.");
        }
        return null;
    }
}
