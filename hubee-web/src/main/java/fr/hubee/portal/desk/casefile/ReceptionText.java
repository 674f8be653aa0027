package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.HistoryEntry;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.field.FrenchDates;
import java.time.Duration;
import java.time.Instant;

/** Describes the reception of a télédossier, as long as it is the last change of its status. */
final class ReceptionText {
    /** Time after which « à l’instant » is no longer true. */
    private static final Duration INSTANT = Duration.ofMinutes(5);

    private ReceptionText() {}

    /** @param byHer whether the user of the page has just received it */
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
