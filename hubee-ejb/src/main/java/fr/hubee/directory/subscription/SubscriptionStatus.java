package fr.hubee.directory.subscription;

import java.util.Optional;
import java.util.stream.Stream;

/** The life of a subscription (specification §2.4); only an active one receives folders. */
public enum SubscriptionStatus {
    ACTIVE("Actif"),
    INACTIVE("Inactif"),
    REFUSED("Refusé"),
    SUSPENDED("Suspendu");

    private final String label;

    SubscriptionStatus(String label) {
        this.label = label;
    }

    /** Returns the text in the API and on screen. */
    public String label() {
        return label;
    }

    public static Optional<SubscriptionStatus> ofLabel(String label) {
        return Stream.of(values()).filter(status -> status.label.equals(label)).findFirst();
    }
}
