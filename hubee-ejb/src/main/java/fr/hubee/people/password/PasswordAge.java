package fr.hubee.people.password;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** The expiry of passwords. */
public final class PasswordAge {

    private PasswordAge() {}

    /**
     * Returns when it expires; empty for never.
     *
     * @param life zero for no expiry
     */
    public static Optional<Instant> end(Instant chosenAt, Period life) {
        return life.isZero()
                ? Optional.empty()
                : Optional.of(chosenAt.atZone(Paris.ZONE).plus(life).toInstant());
    }

    public static boolean isOver(Instant chosenAt, Period life, Instant now) {
        return end(chosenAt, life).filter(end -> !end.isAfter(now)).isPresent();
    }
}
