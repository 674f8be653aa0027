package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.HistoryEntry;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.field.FrenchDates;
import java.time.Duration;
import java.time.Instant;

/** Says who has received a télédossier, as long as that is the last that happened to its status. */
final class ReceptionText {
    /** After that, « à l’instant » is not true any more: the page was loaded again. */
    private static final Duration INSTANT = Duration.ofMinutes(5);

    private ReceptionText() {}

    /** @param byHer whether she who sees the page has just received it */
    static String of(CaseView view, boolean byHer, Instant now) {
        if (view.status() != CaseStatus.SI_RECEIVED) {
            return "";
        }
        return view.history().stream()
                .filter(entry -> entry.after() == CaseStatus.SI_RECEIVED)
                .findFirst()
                .map(entry -> byHer && entry.at().plus(INSTANT).isAfter(now) ? "Reçu à l’instant par vous." : of(entry))
                .orElse("");
    }

    private static String of(HistoryEntry entry) {
        var by = entry.author() == null || entry.author().isBlank() ? "" : " par " + entry.author();
        return "Reçu le " + new FrenchDates().moment(entry.at()) + by + ".";
    }
}
