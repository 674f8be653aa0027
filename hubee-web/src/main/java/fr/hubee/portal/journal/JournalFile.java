package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.shared.SpreadsheetCsv;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The export of the journal: the words of the page, and the identifiers. */
@Dependent
class JournalFile {
    private static final int AT_ONCE = 1000;

    /** Most lines: spreadsheets can open as many. */
    private static final int MOST = 100_000;

    @Inject
    AuditService audit;

    @Inject
    JournalWords words;

    @Inject
    FrenchDates dates;

    @Inject
    CurrentCaller currentCaller;

    void send(JournalFilters filters) throws IOException {
        var first = audit.olderThan(currentCaller.get(), null, filters.query(AT_ONCE));
        audit.export(currentCaller.get(), filters.query(0));
        CsvAnswer.send(
                "journal.csv",
                file -> write(file, filters, first),
                "Date",
                "Qui",
                "Organisation de l’auteur",
                "Ce qui a été fait",
                "Organisation concernée",
                "Précisions",
                "Adresse",
                "Action",
                "Auteur (identifiant)",
                "Organisation de l’auteur (identifiant)",
                "Organisation concernée (identifiant)",
                "Objet (identifiant)");
    }

    private void write(SpreadsheetCsv file, JournalFilters filters, List<AuditLine> first) throws IOException {
        var part = first;
        for (int written = AT_ONCE; !part.isEmpty(); written += AT_ONCE) {
            for (var line : words.of(part)) {
                write(file, line);
            }
            part = part.size() < AT_ONCE || written >= MOST ? List.of() : after(part, filters);
        }
    }

    private List<AuditLine> after(List<AuditLine> part, JournalFilters filters) {
        UUID last = part.get(part.size() - 1).id();
        return audit.olderThan(currentCaller.get(), last, filters.query(AT_ONCE));
    }

    private void write(SpreadsheetCsv file, JournalLine line) throws IOException {
        var kept = line.kept();
        file.line(
                dates.moment(kept.happenedAt()),
                line.who(),
                line.actorOrganization(),
                line.act(),
                line.organization(),
                line.cell(),
                kept.address(),
                kept.action().label(),
                kept.actor(),
                kept.actorOrganization(),
                kept.organization(),
                kept.subject());
    }
}
