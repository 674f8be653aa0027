package fr.hubee.desk.watch;

import fr.hubee.desk.watch.WatchDelay.ProcessDelay;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The delays of démarches: their operator's administrators set them, and the national one. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BUSINESS})
public class WatchDelayService {
    @Inject
    WatchDelayRepository delays;

    @Inject
    ProcessService processes;

    @Inject
    AuditJournal journal;

    /** Returns the delays of all démarches that the caller covers, by code. */
    public List<ProcessDelay> list(Caller caller) {
        return delays.list(caller);
    }

    /**
     * Returns the number of days that the law gives a service, after the arrival of a télédossier, for the people who work there: by the
     * code of the démarche, without those that have no legal delay.
     */
    @RolesAllowed(Roles.READ_FOLDERS)
    public Map<String, Integer> legal(Caller caller) {
        return delays.legal(caller);
    }

    /** @throws NotAllowed for a démarche of another operator */
    public void change(Caller caller, String process, WatchDelay wanted) {
        var details = processes.find(process).orElseThrow(() -> NotFound.of("Process"));
        if (!caller.covers(process)) {
            throw new NotAllowed().on(process);
        }
        var before = delays.list(caller).stream()
                .filter(each -> each.processCode().equals(process))
                .findFirst()
                .map(ProcessDelay::delay)
                .orElse(WatchDelay.USUAL);
        if (before.equals(wanted)) {
            return;
        }
        delays.set(process, wanted);
        journal.record(Act.by(caller, AuditAction.WATCH_DELAYS_CHANGED)
                .on(details.osl(), process)
                .changing(before, wanted));
    }
}
