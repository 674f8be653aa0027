package fr.hubee.batch;

import fr.hubee.clients.token.TokenSweepService;
import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.desk.digest.DigestService;
import fr.hubee.desk.digest.ReminderService;
import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.watch.AlertService;
import fr.hubee.desk.watch.MissingFileAlertService;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.exchange.feed.FeedService;
import fr.hubee.exchange.folder.ResumableUploadService;
import fr.hubee.files.encryption.KeyRotationService;
import fr.hubee.files.storage.BlobSweepService;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.journal.job.JobRun;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.kernel.database.IdempotentService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.PurgeService;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.lifetime.store.ReadableFile;
import fr.hubee.lifetime.store.StoreMovingService;
import fr.hubee.lifetime.store.StoreReadingService;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.people.signin.SignInSweepService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;

/** Maps each step of a job, by its id in the job's XML, to the service methods that it calls; a test compares both. */
@ApplicationScoped
class StepWork {
    @Inject
    RunQueue queue;

    @Inject
    TokenSweepService tokens;

    @Inject
    SignInSweepService signIns;

    @Inject
    IdempotentService answers;

    @Inject
    MailOutboxService mails;

    @Inject
    JobService runs;

    @Inject
    BundleSweepService bundles;

    @Inject
    ResumableUploadService uploads;

    @Inject
    OrganizationImportService organizationFiles;

    @Inject
    MergeUndoService merges;

    @Inject
    BlobSweepService blobs;

    @Inject
    FeedService feed;

    @Inject
    JournalOwnerService journal;

    @Inject
    CountingService counting;

    @Inject
    PurgeCertificateService certificates;

    @Inject
    ReminderService reminders;

    @Inject
    DigestService digests;

    @Inject
    SubscriptionLifeService starts;

    @Inject
    RuleReviewService rules;

    @Inject
    PurgeService purges;

    @Inject
    StoreMovingService moving;

    @Inject
    StoreReadingService readings;

    @Inject
    KeyRotationService rotation;

    @Inject
    AlertService alerts;

    @Inject
    MissingFileAlertService missingFiles;

    /** One call, which returns the number of processed items. */
    @FunctionalInterface
    interface Call {
        long run() throws IOException;
    }

    @FunctionalInterface
    interface DueKeys<K> {
        /**
         * @param after null for the first page
         * @return the next keys, in order, at most {@code maxResult}
         */
        List<? extends K> next(JobRun run, K after, int maxResult);
    }

    /** Processes keys, and counts them in the run. */
    @FunctionalInterface
    interface KeyWork<K> {
        void write(JobRun run, List<K> keys);
    }

    /** Steps with a single call. */
    final Map<String, Call> calls = new HashMap<>();

    /** Steps that process chunks of keys: which are due, and what is done with them. */
    final Map<String, DueKeys<?>> due = new HashMap<>();

    final Map<String, KeyWork<?>> work = new HashMap<>();

    /** Names the work of each step, once the services are injected. */
    @PostConstruct
    void map() {
        calls.put("forget-tokens", tokens::forgetExpired);
        calls.put("forget-sign-ins", signIns::forgetExpired);
        calls.put("forget-answers", answers::forgetOld);
        calls.put("forget-mails", mails::forgetOld);
        calls.put("forget-runs", runs::forgetOld);
        calls.put("forget-bundles", bundles::sweep);
        calls.put("forget-uploads", uploads::forgetOld);
        calls.put("forget-organization-files", organizationFiles::forgetOld);
        calls.put("forget-merges", merges::forgetOld);
        calls.put("forget-digests", digests::forgetOld);
        calls.put("sweep-blobs", blobs::sweep);
        calls.put("keep-journal", journal::keep);
        calls.put("keep-feed", feed::keep);
        calls.put("count-days", counting::countDays);
        calls.put("count-organizations", counting::countOrganizations);
        calls.put("publish-figures", counting::publishMonths);
        calls.put("announce-purges", purges::announce);
        calls.put("certify", certificates::certify);
        calls.put("delete-moved", moving::deleteMoved);
        calls.put("scan-missed", readings::scanMissed);

        each("remind", reminders::accounts, reminders::process);
        counted(
                "write-digests",
                (JobRun run, UUID after, int most) -> digests.waiting(slot(run), after, most),
                (run, subscriptions) -> digests.compose(subscriptions, slot(run)));
        each("tell-starts", starts::beginning, starts::begin);
        each("tell-services", alerts::services, alerts::tellService);
        each("tell-operators", alerts::operators, alerts::tellOperator);
        each("tell-missing-files", missingFiles::operators, missingFiles::tell);
        each("rewrap-keys", rotation::due, rotation::rewrap);
        each("review-rules", rules::codes, rules::review);
        idempotent("purge-files", purges::dueFiles, purges::purgeFiles);
        idempotent("purge-by-the-hour", purges::dueByTheHour, purges::purgeFiles);
        idempotent("archive-cases", purges::dueCases, purges::archive);
        idempotent("delete-folders", purges::dueFolders, purges::deleteFolders);
        idempotent("move-files", moving::due, moving::move);
        idempotent(
                "read",
                (ReadableFile after, Integer most) -> readings.next(after == null ? null : after.id(), most),
                readings::read);
    }

    Call call(String step) {
        return known(step, calls.get(step));
    }

    /** Returns the next keys that are due in a step. */
    @SuppressWarnings("unchecked") // its keys come from its own reader
    List<? extends Serializable> next(String step, JobRun run, Serializable after, int maxResult) {
        return ((DueKeys<Serializable>) known(step, due.get(step))).next(run, after, maxResult);
    }

    @SuppressWarnings("unchecked") // its keys come from its own reader
    void write(String step, JobRun run, List<Serializable> keys) {
        ((KeyWork<Serializable>) known(step, work.get(step))).write(run, keys);
    }

    private static <W> W known(String step, W work) {
        if (work == null) {
            throw new IllegalStateException("Nothing is known of the step " + step);
        }
        return work;
    }

    private static Instant slot(JobRun run) {
        return run.slot().orElseThrow();
    }

    /** @param process returns whether this key needed work: it may be done already, or not be due any more */
    private <K> void each(String step, BiFunction<K, Integer, List<? extends K>> keys, Predicate<K> process) {
        counted(
                step,
                (JobRun run, K after, int most) -> keys.apply(after, most),
                (run, chunk) -> chunk.stream().filter(process).count());
    }

    /** @param process returns how many keys needed work; it runs in the transaction in which they are counted */
    private <K> void counted(String step, DueKeys<K> keys, ToLongBiFunction<JobRun, List<K>> process) {
        due.put(step, keys);
        KeyWork<K> counted = (run, chunk) -> queue.process(run.id(), chunk, same -> process.applyAsLong(run, same));
        work.put(step, counted);
    }

    /** @param process is one call of a service that manages its own transactions, and may be repeated */
    private <K> void idempotent(
            String step, BiFunction<K, Integer, List<? extends K>> keys, Function<List<K>, ChunkResult> process) {
        DueKeys<K> page = (run, after, most) -> keys.apply(after, most);
        due.put(step, page);
        KeyWork<K> idempotent = (run, chunk) -> {
            var result = process.apply(chunk);
            queue.done(run.id(), result.done());
            result.failed().forEach(item -> queue.failed(run.id(), item));
        };
        work.put(step, idempotent);
    }
}
