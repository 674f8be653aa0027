package fr.hubee.directory.subscription;

import java.util.UUID;

/**
 * The addressee of the mails about a subscription's arrivals, and their frequency.
 *
 * @param email null when there is none
 */
public record Addressee(
        UUID subscriptionId,
        String processCode,
        String processName,
        String organizationName,
        NotificationFrequency frequency,
        String email) {

    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }
}
