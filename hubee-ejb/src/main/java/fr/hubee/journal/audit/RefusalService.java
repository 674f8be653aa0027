package fr.hubee.journal.audit;

import fr.hubee.kernel.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Records attempts that were refused. Uses its own transaction, since the refusal rolled back the caller's. */
@Stateless
@PermitAll // a refused caller may have any role
public class RefusalService {
    private static final int LONGEST = 320;

    @Inject
    RefusalGate gate;

    @Inject
    AuditJournal journal;

    /** @param subject the refused object: an identifier, or the requested address */
    public void record(Caller caller, String subject) {
        var shortened = subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
        if (gate.isDue(caller.name(), shortened)) {
            journal.record(Act.by(caller, AuditAction.ACCESS_REFUSED).on(caller.organization(), shortened));
        }
    }
}
