package fr.hubee.caselist;

import fr.hubee.casework.CaseView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page of the list begins: beside the case that has this date and this identifier.
 *
 * @param backwards whether the page ends just before it, or begins just after
 */
public record CaseCursor(boolean backwards, Instant at, UUID id) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-z]{1,11})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final int RADIX = 36;

    /** As an address carries it; the direction goes beside it. Empty for what no page was called by. */
    public static Optional<CaseCursor> parse(boolean backwards, String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var at = Instant.EPOCH.plus(Long.parseLong(match.group(1), RADIX), ChronoUnit.MICROS);
        return Optional.of(new CaseCursor(backwards, at, UUID.fromString(match.group(2))));
    }

    /** Where a case that a person has open stands in a list that is sorted so. */
    public static CaseCursor of(CaseView theCase, CaseSort sort) {
        return new CaseCursor(
                false, sort == CaseSort.UPDATED ? theCase.updatedAt() : theCase.transmittedAt(), theCase.id());
    }

    /** The same place, read that way. */
    CaseCursor backwards(boolean before) {
        return new CaseCursor(before, at, id);
    }

    /** To the microsecond, as the database keeps it. */
    public String text() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), RADIX) + "-" + id;
    }
}
