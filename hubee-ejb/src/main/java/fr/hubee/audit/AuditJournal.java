package fr.hubee.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Where services record what was done through them; it lives and dies with their transaction. */
@Dependent
public class AuditJournal {
    @Inject
    AuditRepository entries;

    public void record(Act act) {
        entries.add(new AuditEntry(act));
    }

    /** Everything that was done to the subject, the newest first. */
    public List<AuditLine> of(Object subject) {
        return entries.of(String.valueOf(subject));
    }

    /** What was done to the subject after it had this version, the newest first. */
    public List<AuditLine> since(Object subject, long version) {
        return entries.since(String.valueOf(subject), version);
    }
}
