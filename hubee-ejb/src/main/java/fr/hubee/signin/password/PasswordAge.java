package fr.hubee.signin.password;

import fr.hubee.shared.Paris;
import java.time.Instant;
import java.time.Period;

/** The expiry of passwords. */
public final class PasswordAge {

    private PasswordAge() {}

    /** @param life zero for no expiry */
    public static boolean isOver(Instant chosenAt, Period life, Instant now) {
        return !life.isZero()
                && !chosenAt.atZone(Paris.ZONE).plus(life).toInstant().isAfter(now);
    }
}
