package fr.hubee.signin.password;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** After how long a password must be changed. */
public final class PasswordAge {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private PasswordAge() {}

    /** @param life zero for one that never ends */
    public static boolean isOver(Instant chosenAt, Period life, Instant now) {
        return !life.isZero() && !chosenAt.atZone(PARIS).plus(life).toInstant().isAfter(now);
    }
}
