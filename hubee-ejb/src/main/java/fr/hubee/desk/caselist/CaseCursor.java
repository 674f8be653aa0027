package fr.hubee.desk.caselist;

import fr.hubee.desk.casework.CaseView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The place in the list where a page begins: next to the case with this date and identifier.
 *
 * @param backwards whether the page ends just before that case, or begins just after it
 * @param completed whether that case was completed, and so is among the first of some lists
 * @param answered whether its answer was not seen, and so it is among the first of « À faire »
 */
public record CaseCursor(boolean backwards, boolean completed, boolean answered, Instant at, UUID id) {
    private static final String COMPLETED = "c.";
    private static final String ANSWERED = "a.";

    /** Ten digits are enough until 2085; with eleven, the nanoseconds would not fit. */
    private static final Pattern TEXT =
            Pattern.compile("([ac]\\.)?([0-9a-z]{1,10})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private static final int RADIX = 36;

    public CaseCursor(boolean backwards, boolean completed, Instant at, UUID id) {
        this(backwards, completed, false, at, id);
    }

    /** Parses the URL parameter; the direction is a separate parameter. Empty for an invalid value. */
    public static Optional<CaseCursor> parse(boolean backwards, String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var at = Instant.EPOCH.plus(Long.parseLong(match.group(2), RADIX), ChronoUnit.MICROS);
        var first = match.group(1);
        return Optional.of(new CaseCursor(
                backwards, COMPLETED.equals(first), ANSWERED.equals(first), at, UUID.fromString(match.group(3))));
    }

    public static CaseCursor of(CaseView theCase, CaseSort sort) {
        return new CaseCursor(
                false,
                theCase.completedAt() != null,
                sort == CaseSort.UPDATED ? theCase.updatedAt() : theCase.transmittedAt(),
                theCase.id());
    }

    public static CaseCursor of(CaseLine line, CaseSort sort) {
        return new CaseCursor(
                false,
                line.completedAt() != null,
                sort == CaseSort.UPDATED ? line.updatedAt() : line.transmittedAt(),
                line.id());
    }

    CaseCursor backwards(boolean before) {
        return new CaseCursor(before, completed, answered, at, id);
    }

    /** Returns the URL parameter, with the database's precision, microseconds. */
    public String text() {
        var first = answered ? ANSWERED : completed ? COMPLETED : "";
        return first + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), RADIX) + "-" + id;
    }
}
