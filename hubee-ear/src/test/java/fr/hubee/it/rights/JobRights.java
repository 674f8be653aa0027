package fr.hubee.it.rights;

import fr.hubee.desk.digest.DigestService;
import fr.hubee.desk.digest.ReminderService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.operation.metrics.HubStatusService;
import fr.hubee.operation.metrics.MaintenanceService;
import fr.hubee.people.account.AccountService;
import java.time.Instant;
import java.util.List;

/** Rights on jobs: the national administrator follows and controls them, the hub itself runs them. */
final class JobRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private JobRights() {}

    static void add(RightsTable rights) {
        var maintenance = rights.to(MaintenanceService.class);
        maintenance
                .method("announce", ADMINISTRATORS)
                .runs((it, caller, side) -> it.announce(caller, Instant.EPOCH, Instant.EPOCH, ""));
        maintenance
                .method("withdraw", ADMINISTRATORS)
                .runs((it, caller, side) -> it.withdraw(caller, UuidV7.BEFORE_ALL));
        rights.to(HubStatusService.class).method("last", "*").returns((it, caller, side) -> it.last());

        var job = rights.to(JobService.class);
        job.method("jobs", ADMINISTRATORS).returns((it, caller, side) -> it.jobs());
        job.method("job", ADMINISTRATORS).returns((it, caller, side) -> it.job(Job.HOUSEKEEPING));
        job.method("runs", ADMINISTRATORS).returns((it, caller, side) -> it.runs(null, 0, 1));
        job.method("run", ADMINISTRATORS).returns((it, caller, side) -> {
            var id = it.start(caller, Job.HOUSEKEEPING);
            return it.run(id);
        });
        job.method("failures", ADMINISTRATORS).returns((it, caller, side) -> it.failures(Job.HOUSEKEEPING, null, 1));
        job.method("start", ADMINISTRATORS).returns((it, caller, side) -> it.start(caller, Job.HOUSEKEEPING));
        job.method("stop", ADMINISTRATORS).runs((it, caller, side) -> it.stop(caller, null));
        job.method("restart", ADMINISTRATORS).returns((it, caller, side) -> it.restart(caller, null));
        job.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());

        var digest = rights.to(DigestService.class);
        digest.method("waiting", "BATCH").returns((it, caller, side) -> it.waiting(Instant.EPOCH, null, 1));
        digest.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());
        digest.method("compose", "BATCH")
                .runs((it, caller, side) -> it.compose(List.of(side.subscription()), Instant.EPOCH));

        var life = rights.to(SubscriptionLifeService.class);
        life.method("beginning", "BATCH").returns((it, caller, side) -> it.beginning(null, 1));
        life.method("begin", "BATCH").runs((it, caller, side) -> it.begin(side.subscription()));

        var reminder = rights.to(ReminderService.class);
        reminder.method("accounts", "BATCH").returns((it, caller, side) -> it.accounts(null, 1));
        reminder.method("process", "BATCH").runs((it, caller, side) -> it.process(side.account()));

        rights.to(AccountService.class)
                .method("closeDormant", "BATCH")
                .runs((it, caller, side) -> it.closeDormant(side.account()));

        var runQueue = rights.to(RunQueue.class);
        runQueue.method("planDue", "BATCH").runs((it, caller, side) -> it.planDue(Job.HOUSEKEEPING));
        runQueue.method("planAgain", "BATCH").runs((it, caller, side) -> it.planAgain());
        runQueue.method("take", "BATCH").runs((it, caller, side) -> it.take());
        runQueue.method("executed", "BATCH").runs((it, caller, side) -> it.executed(null, 0));
        runQueue.method("begun", "BATCH").returns((it, caller, side) -> it.begun(null));
        runQueue.method("heartbeat", "BATCH").returns((it, caller, side) -> it.heartbeat(null, Instant.now()));
        runQueue.method("ended", "BATCH").runs((it, caller, side) -> it.ended(null, RunState.COMPLETED, List.of()));
        runQueue.method("refused", "BATCH").runs((it, caller, side) -> it.refused(null));
        runQueue.method("process", "BATCH")
                .runs((it, caller, side) -> it.process(null, List.of(), items -> items.size()));
        runQueue.method("done", "BATCH").runs((it, caller, side) -> it.done(null, 1));
        runQueue.method("failed", "BATCH").runs((it, caller, side) -> it.failed(null, new FailedItem("x", "y")));
    }
}
