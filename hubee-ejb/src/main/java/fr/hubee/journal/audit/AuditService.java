package fr.hubee.journal.audit;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The journal, for the national administrator. */
@Stateless
public class AuditService {
    @Inject
    AuditRepository entries;

    @Inject
    AuditJournal journal;

    @Inject
    NameRepository names;

    /** Returns the newest first. */
    @RolesAllowed(Roles.ADMIN)
    public Page<AuditLine> page(AuditQuery query) {
        return entries.page(query);
    }

    /**
     * The same without a total count, since the journal is the largest table.
     *
     * @param line only older lines; null for the newest
     * @param query its offset is ignored
     */
    @RolesAllowed(Roles.ADMIN)
    public List<AuditLine> olderThan(Caller caller, UUID line, AuditQuery query) {
        return entries.olderThan(line, query);
    }

    /** Returns the names of the objects that the lines mention. */
    @RolesAllowed(Roles.ADMIN)
    public JournalNames names(Caller caller, List<AuditLine> lines) {
        return names.of(lines);
    }

    /** Records who exported which lines; called before they are exported to a file. */
    @RolesAllowed(Roles.ADMIN)
    public void export(Caller caller, AuditQuery query) {
        journal.record(Act.by(caller, AuditAction.JOURNAL_EXPORTED)
                .with(Changes.told("action", query.action())
                        .and("actor", query.actor())
                        .and("organization", query.organization())
                        .and("subject", query.subject())
                        .and("from", query.from())
                        .and("to", query.to())));
    }
}
