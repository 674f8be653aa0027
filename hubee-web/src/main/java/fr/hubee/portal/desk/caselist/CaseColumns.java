package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseColumn;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.portal.field.ExportMoment;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The columns of the exported files: fixed ones, and those that the user shows in the list. */
final class CaseColumns {

    private static final List<Column> ALL = List.of(
            Column.always("Numéro", CaseLine::externalId),
            Column.always("Statut", line -> line.status().label()),
            new Column("Démarche", CaseColumn.PROCESS, CaseLine::processName),
            new Column("Code de la démarche", CaseColumn.PROCESS, CaseLine::processCode),
            new Column("Administration destinataire", CaseColumn.RECIPIENT, CaseLine::recipientName),
            new Column("Nom", CaseColumn.PERSON, CaseLine::lastName),
            new Column("Prénom", CaseColumn.PERSON, CaseLine::firstName),
            new Column("Transmis le", CaseColumn.TRANSMITTED, line -> ExportMoment.of(line.transmittedAt())),
            new Column("Mis à jour le", CaseColumn.UPDATED, line -> ExportMoment.of(line.updatedAt())),
            new Column("Mis à jour par", CaseColumn.UPDATED, CaseLine::updatedBy),
            Column.always("Traité dans un logiciel", line -> line.isHandledInSoftware() ? "Oui" : "Non"));

    private final List<Column> shown;

    private CaseColumns(List<Column> shown) {
        this.shown = shown;
    }

    /** @param of the column of the list; null when it cannot be hidden */
    private record Column(String name, CaseColumn of, Function<CaseLine, Object> cell) {

        static Column always(String name, Function<CaseLine, Object> cell) {
            return new Column(name, null, cell);
        }
    }

    static CaseColumns without(Set<CaseColumn> hidden) {
        return new CaseColumns(ALL.stream()
                .filter(column -> column.of() == null || !hidden.contains(column.of()))
                .toList());
    }

    String[] names() {
        return shown.stream().map(Column::name).toArray(String[]::new);
    }

    Object[] of(CaseLine line) {
        return shown.stream().map(column -> column.cell().apply(line)).toArray();
    }
}
