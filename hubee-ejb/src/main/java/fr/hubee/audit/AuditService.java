package fr.hubee.audit;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.Page;
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

    /** The newest first. */
    @RolesAllowed(Roles.ADMIN)
    public Page<AuditLine> page(AuditQuery query) {
        return entries.page(query);
    }

    /**
     * The same without counting, for the journal is the longest table of all.
     *
     * @param line only what was recorded before it; null for the newest
     * @param query whose offset is not looked at
     */
    @RolesAllowed(Roles.ADMIN)
    public List<AuditLine> olderThan(Caller caller, UUID line, AuditQuery query) {
        return entries.olderThan(line, query);
    }

    /** Before lines leave the hub as a file: who took them, and which. */
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
