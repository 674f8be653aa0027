package fr.hubee.portal.caselist;

import fr.hubee.folder.CaseLine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a file says of each télédossier. */
final class CaseColumns {
    static final String[] NAMES = {
        "Numéro",
        "Statut",
        "Démarche",
        "Code de la démarche",
        "Administration destinataire",
        "Nom",
        "Prénom",
        "Transmis le",
        "Mis à jour le",
        "Mis à jour par",
        "Traité dans un logiciel"
    };

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private CaseColumns() {}

    static Object[] of(CaseLine line) {
        return new Object[] {
            line.externalId(),
            line.status().label(),
            line.processName(),
            line.processCode(),
            line.recipientName(),
            line.lastName(),
            line.firstName(),
            inParis(line.transmittedAt()),
            inParis(line.updatedAt()),
            line.updatedBy(),
            line.isHandledInSoftware() ? "Oui" : "Non"
        };
    }

    private static LocalDateTime inParis(Instant moment) {
        return LocalDateTime.ofInstant(moment, PARIS).truncatedTo(ChronoUnit.SECONDS);
    }
}
