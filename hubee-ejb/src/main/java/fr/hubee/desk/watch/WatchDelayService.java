package fr.hubee.desk.watch;

import fr.hubee.desk.watch.WatchDelay.ProcessDelay;
import fr.hubee.directory.process.Process;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The delays of démarches: their operator's administrators set them, and the national one. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS})
public class WatchDelayService {
    private static final String LINE = """
            select p.code, %s, coalesce(d.first_days, :first), coalesce(d.second_days, :second), d.legal_days
            from process p left join watch_delay d on d.process_code = p.code
            where :everything or p.code = any (:codes) order by p.code""".formatted(Process.TITLE);

    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessService processes;

    @Inject
    AuditJournal journal;

    /** Returns the delays of all démarches that the caller covers, by code. */
    @SuppressWarnings("unchecked") // a native query
    public List<ProcessDelay> list(Caller caller) {
        List<Object[]> rows = entities.createNativeQuery(LINE)
                .setParameter("first", WatchDelay.USUAL_FIRST)
                .setParameter("second", WatchDelay.USUAL_SECOND)
                .setParameter("everything", caller.is(RoleNames.ADMIN))
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new ProcessDelay(
                        (String) row[0], (String) row[1], new WatchDelay((Integer) row[2], (Integer) row[3], (Integer)
                                row[4])))
                .toList();
    }

    /**
     * Returns the number of days that the law gives a service, after the arrival of a télédossier, for the people who work there: by the
     * code of the démarche, without those that have no legal delay.
     */
    @RolesAllowed(RoleNames.READ_FOLDERS)
    @SuppressWarnings("unchecked") // a native query
    public Map<String, Integer> legal(Caller caller) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select process_code, legal_days from watch_delay
                        where legal_days is not null and process_code = any (:codes)""")
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    /** @throws NotAllowed for a démarche of another operator */
    public void change(Caller caller, String process, WatchDelay wanted) {
        var details = processes.find(process).orElseThrow(() -> NotFound.of("Process"));
        if (!caller.covers(process)) {
            throw new NotAllowed().on(process);
        }
        var before = list(caller).stream()
                .filter(each -> each.processCode().equals(process))
                .findFirst()
                .map(ProcessDelay::delay)
                .orElse(WatchDelay.USUAL);
        if (before.equals(wanted)) {
            return;
        }
        set(process, wanted);
        journal.record(Act.by(caller, AuditAction.WATCH_DELAYS_CHANGED)
                .on(details.osl(), process)
                .changing(before, wanted));
    }

    private void set(String process, WatchDelay delay) {
        entities.createNativeQuery("""
                        insert into watch_delay (process_code, first_days, second_days, legal_days)
                        values (:process, :first, :second, cast(:legal as integer))
                        on conflict (process_code) do update set first_days = excluded.first_days,
                            second_days = excluded.second_days, legal_days = excluded.legal_days""")
                .setParameter("process", process)
                .setParameter("first", delay.first())
                .setParameter("second", delay.second())
                .setParameter("legal", delay.legal())
                .executeUpdate();
    }
}
