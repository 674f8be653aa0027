package fr.hubee.audit;

import fr.hubee.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Records what somebody tried and may not do. The refusal has undone its transaction by then: this is another one. */
@Stateless
@PermitAll // whoever is refused something may have any role
public class RefusalService {
    private static final int LONGEST = 320;

    @Inject
    RefusalGate gate;

    @Inject
    AuditJournal journal;

    /** @param subject what was refused: an identifier, or the address that was asked for */
    public void record(Caller caller, String subject) {
        var told = subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
        if (gate.isDue(caller.name(), told)) {
            journal.record(Act.by(caller, AuditAction.ACCESS_REFUSED).on(caller.organization(), told));
        }
    }
}
