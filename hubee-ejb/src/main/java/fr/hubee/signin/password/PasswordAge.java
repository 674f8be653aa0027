package fr.hubee.signin.password;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** The expiry of passwords. */
public final class PasswordAge {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private PasswordAge() {}

    /** @param life zero for no expiry */
    public static boolean isOver(Instant chosenAt, Period life, Instant now) {
        return !life.isZero() && !chosenAt.atZone(PARIS).plus(life).toInstant().isAfter(now);
    }
}
