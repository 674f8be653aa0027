package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.Paris;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Describes the last change of a case (status, author, date) to a person whose own change came too late. */
final class LastMove {
    private static final DateTimeFormatter WHEN = Paris.moments("'le' dd/MM/yyyy 'à' " + Paris.HOUR);

    private LastMove() {}

    /** @param event the last one that set a status; empty or outdated when software set the status without an event */
    static String tell(CaseStatus now, Optional<CaseEvent> event) {
        var details = event.filter(last -> last.caseNewStatus() == now)
                .map(last -> " depuis " + WHEN.format(last.createdAt()) + by(last.author()))
                .orElse("");
        return "Ce télédossier est « " + now.label() + " »" + details + ".";
    }

    private static String by(String author) {
        return author == null ? "" : ", par " + author;
    }
}
