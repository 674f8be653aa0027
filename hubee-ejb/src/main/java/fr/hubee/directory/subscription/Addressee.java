package fr.hubee.directory.subscription;

import java.util.UUID;

/**
 * Who is notified by mail of a subscription's arrivals, and how often.
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
