package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.journal.seal.JournalProofService.JournalSeal;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SpreadsheetCsv;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.FirstLines;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The journal in words, newest line first, and its export: the words of the page, and the identifiers. */
@Named
@RequestScoped
public class JournalPage extends PersonPage {
    private static final int SIZE = 50;
    private static final int EXPORTED_AT_ONCE = 1000;

    /** Most exported lines: spreadsheets can open as many. */
    private static final int MOST_EXPORTED = 100_000;

    @Inject
    AuditService audit;

    @Inject
    JournalProofService proofs;

    @Inject
    JournalFilters filters;

    @Inject
    FrenchDates dates;

    private List<JournalLine> lines = List.of();
    private JournalSeal seal;
    private Set<UUID> provable = Set.of();
    private FirstLines<AuditLine> found = new FirstLines<>(List.of(), false);

    /** Opens the page; an invalid search is reported at its top. */
    public void opened() throws IOException {
        try {
            if (ListExport.asked() == ExportFormat.CSV) {
                export();
            } else {
                find();
            }
        } catch (InvalidRequest invalid) {
            PageMessages.refusal(invalid.getMessage());
        }
    }

    private void find() throws IOException {
        seal = proofs.currentSeal(caller());
        found = FirstLines.of(audit.olderThan(caller(), after(), filters.query(SIZE + 1)), SIZE);
        provable = proofs.provable(
                caller(), found.shown().stream().map(AuditLine::id).toList());
        lines = inWords(found.shown());
    }

    private List<JournalLine> inWords(List<AuditLine> lines) {
        return JournalLine.all(lines, audit.names(caller(), lines), dates);
    }

    private void export() throws IOException {
        var first = older(null);
        audit.export(caller(), filters.query(0));
        CsvAnswer.send(
                "journal.csv",
                file -> write(file, first),
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

    private void write(SpreadsheetCsv file, List<AuditLine> first) throws IOException {
        var part = first;
        for (int written = EXPORTED_AT_ONCE; !part.isEmpty(); written += EXPORTED_AT_ONCE) {
            for (var line : inWords(part)) {
                file.line(line.cells(dates));
            }
            boolean last = part.size() < EXPORTED_AT_ONCE || written >= MOST_EXPORTED;
            part = last ? List.of() : older(part.get(part.size() - 1).id());
        }
    }

    private List<AuditLine> older(UUID than) {
        return audit.olderThan(caller(), than, filters.query(EXPORTED_AT_ONCE));
    }

    /** Returns the id; null also when it is invalid. */
    private UUID after() {
        try {
            var after = request().getParameter("apres");
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException invalid) {
            return null;
        }
    }

    /** Returns the extent of the proven journal; null when it is not shown. */
    public JournalSeal getSeal() {
        return seal;
    }

    /** Whether the line is sealed, so that its proof can be had. */
    public boolean isProvable(JournalLine line) {
        return provable.contains(line.kept().id());
    }

    public List<JournalLine> getLines() {
        return lines;
    }

    /** Returns the address of the older lines; null when there are none. */
    public String getOlder() {
        return found.more() ? filters.address().with("apres", found.last().id()).toString() : null;
    }

    /** Returns the address of the newest lines; null when they are shown. */
    public String getNewest() {
        return after() == null ? null : filters.address().toString();
    }

    public String getFile() {
        return filters.address().with(ListTable.FORMAT, "csv").toString();
    }
}
