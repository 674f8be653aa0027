package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.journal.seal.JournalProofService.JournalSeal;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.FirstLines;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The journal, newest line first. */
@Named
@RequestScoped
public class JournalPage {
    private static final int SIZE = 50;

    @Inject
    AuditService audit;

    @Inject
    JournalProofService proofs;

    @Inject
    JournalFilters filters;

    @Inject
    JournalWords words;

    @Inject
    JournalFile file;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    private List<JournalLine> lines = List.of();
    private JournalSeal seal;
    private FirstLines<AuditLine> found = new FirstLines<>(List.of(), false);

    /** Opens the page; an invalid search is reported at its top. */
    public void opened() throws IOException {
        try {
            if (ListExport.asked() == ExportFormat.CSV) {
                file.send(filters);
            } else {
                find();
            }
        } catch (InvalidRequest tooMany) {
            PageMessages.refusal(tooMany.getMessage());
        }
    }

    private void find() throws IOException {
        seal = proofs.look(currentCaller.get());
        found = FirstLines.of(audit.olderThan(currentCaller.get(), after(), filters.query(SIZE + 1)), SIZE);
        lines = words.of(found.shown());
    }

    /** Returns the id; null also when it is invalid. */
    private UUID after() {
        try {
            var after = request.getParameter("apres");
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    /** Returns the extent of the proven journal; null when it is not shown. */
    public JournalSeal getSeal() {
        return seal;
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
