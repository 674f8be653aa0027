package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.digest.DigestService;
import fr.hubee.desk.digest.ReminderService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunState;
import fr.hubee.people.account.DormantAccountService;
import java.time.Instant;
import java.util.List;

/** Rights on jobs: the national administrator follows and controls them, the hub itself runs them. */
final class JobRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private JobRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "JobService.jobs",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).jobs()),
                Right.of(
                        "JobService.job",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).job(Job.HOUSEKEEPING)),
                Right.of(
                        "JobService.runs",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).runs(null, 0, 1)),
                Right.of("JobService.run", ADMINISTRATORS, (world, side, caller) -> {
                    var id = service(JobService.class).start(caller, Job.HOUSEKEEPING);
                    return service(JobService.class).run(id);
                }),
                Right.of(
                        "JobService.failures",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).failures(Job.HOUSEKEEPING, null, 1)),
                Right.of(
                        "JobService.start",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).start(caller, Job.HOUSEKEEPING)),
                Right.of("JobService.stop", ADMINISTRATORS, (world, side, caller) -> {
                    service(JobService.class).stop(caller, null);
                    return true;
                }),
                Right.of(
                        "JobService.restart",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(JobService.class).restart(caller, null)),
                Right.of(
                        "JobService.forgetOld",
                        "BATCH",
                        (world, side, caller) -> service(JobService.class).forgetOld()),
                Right.of(
                        "DigestService.waiting",
                        "BATCH",
                        (world, side, caller) -> service(DigestService.class).waiting(Instant.EPOCH, null, 1)),
                Right.of(
                        "DigestService.forgetOld",
                        "BATCH",
                        (world, side, caller) -> service(DigestService.class).forgetOld()),
                Right.of("DigestService.compose", "BATCH", (world, side, caller) -> {
                    service(DigestService.class).compose(List.of(side.subscription()), Instant.EPOCH);
                    return true;
                }),
                Right.of(
                        "SubscriptionLifeService.beginning",
                        "BATCH",
                        (world, side, caller) ->
                                service(SubscriptionLifeService.class).beginning(null, 1)),
                Right.of("SubscriptionLifeService.begin", "BATCH", (world, side, caller) -> {
                    service(SubscriptionLifeService.class).begin(side.subscription());
                    return true;
                }),
                Right.of(
                        "ReminderService.accounts",
                        "BATCH",
                        (world, side, caller) -> service(ReminderService.class).accounts(null, 1)),
                Right.of("ReminderService.treat", "BATCH", (world, side, caller) -> {
                    service(ReminderService.class).treat(side.account());
                    return true;
                }),
                Right.of("DormantAccountService.close", "BATCH", (world, side, caller) -> {
                    service(DormantAccountService.class).close(side.account());
                    return true;
                }),
                Right.of("RunQueue.planDue", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).planDue(Job.HOUSEKEEPING);
                    return true;
                }),
                Right.of("RunQueue.planAgain", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).planAgain();
                    return true;
                }),
                Right.of("RunQueue.take", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).take();
                    return true;
                }),
                Right.of("RunQueue.executed", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).executed(null, 0);
                    return true;
                }),
                Right.of(
                        "RunQueue.heartbeat",
                        "BATCH",
                        (world, side, caller) -> service(RunQueue.class).heartbeat(null)),
                Right.of("RunQueue.ended", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).ended(null, RunState.COMPLETED, List.of());
                    return true;
                }),
                Right.of("RunQueue.refused", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).refused(null);
                    return true;
                }),
                Right.of("RunQueue.treat", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).treat(null, List.of(), items -> items.size());
                    return true;
                }),
                Right.of("RunQueue.done", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).done(null, 1);
                    return true;
                }),
                Right.of("RunQueue.failed", "BATCH", (world, side, caller) -> {
                    service(RunQueue.class).failed(null, new FailedItem("x", "y"));
                    return true;
                }));
    }
}
