package fr.hubee.journal.audit;

import fr.hubee.kernel.shared.Conflict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Records the actions of services; the record is committed or rolled back with their transaction. */
@Dependent
public class AuditJournal {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditRepository entries;

    public void record(Act act) {
        entities.persist(new AuditEntry(act));
    }

    /** Every action on the subject, newest first. */
    public List<AuditLine> of(Object subject) {
        return entries.of(String.valueOf(subject));
    }

    /**
     * Checks that nobody has changed the subject since it was opened.
     *
     * @throws Conflict with the changes of others
     */
    public void requireUnchanged(Object subject, long opened, long current, ChangeStory story) {
        if (opened != current) {
            throw new Conflict(story.tell(entries.since(String.valueOf(subject), opened)));
        }
    }
}
