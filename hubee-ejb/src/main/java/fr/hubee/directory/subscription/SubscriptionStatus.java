package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The life of a subscription (specification §2.4); only an active one receives folders. An unchanged status is always allowed. */
public enum SubscriptionStatus {
    ACTIVE,
    INACTIVE,
    REFUSED,
    SUSPENDED;

    /** Statuses of a new subscription. */
    static final Set<SubscriptionStatus> FIRST = EnumSet.of(INACTIVE, REFUSED);

    /** Returns the text in the API and on screen. */
    public String label() {
        return Words.label(this);
    }

    boolean mayBecome(SubscriptionStatus next) {
        return this == next
                || switch (this) {
                    case INACTIVE -> next == ACTIVE || next == REFUSED;
                    case ACTIVE -> next == SUSPENDED;
                    case SUSPENDED -> next == ACTIVE;
                    case REFUSED ->
                        next == INACTIVE; // requested again and accepted: there is one per démarche and subscriber
                };
    }

    public static Optional<SubscriptionStatus> ofLabel(String label) {
        return Stream.of(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }
}
