package fr.hubee.operation.metrics;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Announces maintenance to everybody: on the public status page, its feed, and in the portal. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class MaintenanceService {
    public static final int LONGEST_TEXT = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** @throws InvalidRequest when it ends before it begins, or is over, or has no text */
    public void announce(Caller caller, Instant startsAt, Instant endsAt, String text) {
        var now = clock.instant();
        if (!startsAt.isBefore(endsAt) || !now.isBefore(endsAt)) {
            throw new InvalidRequest(Words.text("operation.maintenance.times"));
        }
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new InvalidRequest(Words.text("operation.maintenance.text", LONGEST_TEXT));
        }
        var id = UuidV7.next();
        entities.createNativeQuery("""
                        insert into maintenance (id, starts_at, ends_at, text, announced_at)
                        values (:id, :starts, :ends, :text, :now)""")
                .setParameter("id", id)
                .setParameter("starts", startsAt)
                .setParameter("ends", endsAt)
                .setParameter("text", text.strip())
                .setParameter("now", now)
                .executeUpdate();
        journal.record(Act.by(caller, AuditAction.MAINTENANCE_ANNOUNCED)
                .on(null, id)
                .with(Changes.of("startsAt", startsAt).and("endsAt", endsAt)));
    }

    /** Does nothing when it is withdrawn already. */
    public void withdraw(Caller caller, UUID id) {
        int removed = entities.createNativeQuery("delete from maintenance where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (removed > 0) {
            journal.record(Act.by(caller, AuditAction.MAINTENANCE_WITHDRAWN).on(null, id));
        }
    }
}
