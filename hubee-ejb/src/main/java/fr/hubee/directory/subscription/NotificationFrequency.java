package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Labelled;
import java.util.Optional;
import java.util.stream.Stream;

/** The frequency of the mails about arrivals to an organisation (specification §2.4). */
public enum NotificationFrequency implements Labelled {
    EACH,
    DAILY,
    TWICE_A_DAY,
    NONE;

    /** Whether arrivals are reported together, at fixed hours. */
    public boolean isDigest() {
        return this == DAILY || this == TWICE_A_DAY;
    }

    /** Case-insensitive, as clients differ. */
    public static Optional<NotificationFrequency> ofLabel(String label) {
        return Stream.of(values())
                .filter(frequency -> frequency.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
