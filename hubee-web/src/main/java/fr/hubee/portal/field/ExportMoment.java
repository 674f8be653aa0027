package fr.hubee.portal.field;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A moment as a file shows it: in Paris, to the second. */
public final class ExportMoment {
    private ExportMoment() {}

    /** @param moment may be null, and stays so */
    public static LocalDateTime of(Instant moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment, Paris.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }
}
