package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Labelled;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The life of a subscription (specification §2.4); only an active one receives folders. An unchanged status is always allowed. */
public enum SubscriptionStatus implements Labelled {
    ACTIVE,
    INACTIVE,
    REFUSED,
    SUSPENDED;

    static final Set<SubscriptionStatus> FIRST = EnumSet.of(INACTIVE, REFUSED);

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
