package fr.hubee.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Where services record their actions; the record is committed or rolled back with their transaction. */
@Dependent
public class AuditJournal {
    @Inject
    AuditRepository entries;

    public void record(Act act) {
        entries.add(new AuditEntry(act));
    }

    /** Every action on the subject, newest first. */
    public List<AuditLine> of(Object subject) {
        return entries.of(String.valueOf(subject));
    }

    /** The actions on the subject after this version, newest first. */
    public List<AuditLine> since(Object subject, long version) {
        return entries.since(String.valueOf(subject), version);
    }
}
