package fr.hubee.portal.subscription;

import fr.hubee.portal.export.ExportMoment;
import fr.hubee.portal.export.ListExport;
import fr.hubee.subscription.overview.SubscriptionLine;
import java.util.List;

/** The list of subscriptions as a file. */
final class SubscriptionFile {
    static final ListExport<SubscriptionLine> EXPORT = ListExport.of(
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
                    "N° DataPass"),
            SubscriptionFile::cells);

    private SubscriptionFile() {}

    private static Object[] cells(SubscriptionLine line) {
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
            line.datapassId()
        };
    }
}
