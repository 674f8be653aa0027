package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The last refusals of the client whose page is open, from the journal. */
@Model
public class ClientRefusals extends PersonPage {
    private static final int MOST = 10;

    @Inject
    AuditService audit;

    @Inject
    FrenchDates dates;

    @Inject
    @Param(name = "identifiant")
    String id;

    private final Once<List<JournalLine>> lines = new Once<>(this::read);

    private List<JournalLine> read() {
        var query = new AuditQuery(AuditAction.ACCESS_REFUSED, id, null, null, null, null, 0, MOST);
        var found = audit.olderThan(caller(), null, query);
        return JournalLine.all(found, audit.names(caller(), found), dates);
    }

    /** Returns the newest first. */
    public List<JournalLine> getLines() {
        return lines.get();
    }
}
