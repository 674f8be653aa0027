package fr.hubee.subscription;

import java.util.UUID;

/**
 * Who is told by mail what arrives for a subscription, and how often.
 *
 * @param email null where there is none
 */
public record Addressee(
        UUID subscriptionId,
        String processName,
        String organizationName,
        NotificationFrequency frequency,
        String email) {

    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }
}
