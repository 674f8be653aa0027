package fr.hubee.portal.directory;

import fr.hubee.directory.overview.SubscriptionLine;
import fr.hubee.portal.field.ExportMoment;
import fr.hubee.portal.field.ListExport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The list of subscriptions as a file. */
final class SubscriptionFile {
    private SubscriptionFile() {}

    /** @param lastCalls of the software of some subscriptions, by their identifiers */
    static ListExport<SubscriptionLine> export(Function<List<SubscriptionLine>, Map<UUID, Instant>> lastCalls) {
        return new ListExport<>(
                "abonnements",
                "Abonnements",
                List.of(
                        "Démarche",
                        "Code de la démarche",
                        "Organisation",
                        "Clé de l’organisation",
                        "Statut",
                        "À valider par l’opérateur",
                        "Opérateur",
                        "Accès",
                        "Éditeur",
                        "Validé le",
                        "Activé le",
                        "Suspendu le",
                        "N° DataPass",
                        "Dernier appel du logiciel"),
                lines -> {
                    var known = lastCalls.apply(lines);
                    return line -> cells(line, known.get(line.id()));
                });
    }

    private static Object[] cells(SubscriptionLine line, Instant lastCall) {
        return new Object[] {
            line.processName(),
            line.processCode(),
            line.subscriberName(),
            line.subscriber(),
            line.status().label(),
            line.awaitsValidation() ? "Oui" : "Non",
            line.operatorName(),
            line.accessMode() == null ? "À choisir" : line.accessMode().label(),
            line.editorName(),
            ExportMoment.of(line.validatedAt()),
            ExportMoment.of(line.activatedAt()),
            ExportMoment.of(line.endedAt()),
            line.datapassId(),
            ExportMoment.of(lastCall)
        };
    }
}
