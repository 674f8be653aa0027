package fr.hubee.shared;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deployer says of the purge, beside the settings of each démarche.
 *
 * @param portalFilesKept by the code of a démarche: how long the files of a case that arrived in the portal stay while it is
 *     not handled (specification §7: two months in CERTDC)
 * @param confirmedAbove the share, in percent, of what is kept above which the first purge under shortened settings waits for
 *     an administrator
 * @param unfinishedKept how long a folder stays that was announced, and is not completed, after its last change
 * @param readAtOnce how many bytes of the store are read again every hour
 * @param journalKept how long the months of the journal stay; empty for ever
 */
public record RetentionSettings(
        Map<String, Period> portalFilesKept,
        int confirmedAbove,
        Period unfinishedKept,
        long readAtOnce,
        Optional<Period> journalKept) {

    /** @param text {@code CODE=P2M,OTHER=P30D} */
    static Map<String, Period> periods(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.equals("-"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(each -> each[0].strip(), each -> positive(each[1].strip())));
    }

    static Period positive(String text) {
        var period = Period.parse(text);
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("not a positive period");
        }
        return period;
    }

    /** @param text {@code -} or a period of no time for ever; a year at least, as the database wants it too */
    static Optional<Period> journalKept(String text) {
        if (text.equals("-") || Period.parse(text).isZero()) {
            return Optional.empty();
        }
        var period = positive(text);
        if (LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusYears(1))) {
            throw new IllegalArgumentException("less than a year");
        }
        return Optional.of(period);
    }

    static int percent(String text) {
        int percent = Integer.parseInt(text);
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentage");
        }
        return percent;
    }
}
