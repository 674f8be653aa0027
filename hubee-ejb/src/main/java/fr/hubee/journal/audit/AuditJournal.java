package fr.hubee.journal.audit;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.shared.Conflict;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Records the actions of services; the record is committed or rolled back with their transaction. */
@Dependent
public class AuditJournal {
    @PersistenceContext
    EntityManager entities;

    public void record(Act act) {
        entities.persist(act.recorded());
    }

    /** Every action on the subject, newest first. */
    public List<AuditLine> of(Object subject) {
        return since(subject, null);
    }

    /**
     * Checks that nobody has changed the subject since it was opened.
     *
     * @throws Conflict with the changes of others
     */
    public void requireUnchanged(Object subject, long opened, long current, ChangeStory story) {
        if (opened != current) {
            throw new Conflict(story.tell(since(subject, opened)));
        }
    }

    /** @param version null for all */
    private List<AuditLine> since(Object subject, Long version) {
        var conditions = new Conditions()
                .and("e.subject = :subject", "subject", String.valueOf(subject))
                .and("e.subjectVersion > :version", "version", version);
        return AuditRepository.select(entities, conditions).getResultList();
    }
}
