package fr.hubee.casework;

import fr.hubee.folder.CaseEvent;
import fr.hubee.folder.status.CaseStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Tells a person who came too late what has become of a case, who did it and when. */
final class LastMove {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("'le' dd/MM/yyyy 'à' HH:mm").withZone(ZoneId.of("Europe/Paris"));

    private LastMove() {}

    /** @param event the last one that gave a status; none, or another one, where software set it without telling */
    static String tell(CaseStatus now, Optional<CaseEvent> event) {
        var told = event.filter(last -> last.caseNewStatus() == now)
                .map(last -> " depuis " + WHEN.format(last.createdAt()) + by(last.author()))
                .orElse("");
        return "Ce télédossier est « " + now.label() + " »" + told + ".";
    }

    private static String by(String author) {
        return author == null ? "" : ", par " + author;
    }
}
