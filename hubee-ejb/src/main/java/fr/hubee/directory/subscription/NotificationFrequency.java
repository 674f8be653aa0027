package fr.hubee.directory.subscription;

import java.util.Optional;
import java.util.stream.Stream;

/** The frequency of the mails about arrivals to an organisation (specification §2.4). */
public enum NotificationFrequency {
    EACH("Unitaire"),
    DAILY("Quotidienne"),
    TWICE_A_DAY("Biquotidienne"),
    NONE("Aucune");

    private final String label;

    NotificationFrequency(String label) {
        this.label = label;
    }

    /** Returns the text in the API and on screen. */
    public String label() {
        return label;
    }

    /** Case-insensitive, as clients differ. */
    public static Optional<NotificationFrequency> ofLabel(String label) {
        return Stream.of(values())
                .filter(frequency -> frequency.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
