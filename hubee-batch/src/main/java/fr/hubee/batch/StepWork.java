package fr.hubee.batch;

import static java.util.Map.entry;

import fr.hubee.clients.token.TokenSweepService;
import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.desk.digest.DigestService;
import fr.hubee.desk.digest.ReminderService;
import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.desk.statistics.OwnStatisticsService;
import fr.hubee.desk.watch.AlertService;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.files.encryption.KeyRotationService;
import fr.hubee.files.storage.BlobSweepService;
import fr.hubee.journal.job.ChunkResult;
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
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Maps each step of a job, by its id in the job's XML, to the service methods that it calls; a test compares both. */
@Dependent
class StepWork {
    @Inject
    RunContext context;

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
    OrganizationImportService organizationFiles;

    @Inject
    MergeUndoService merges;

    @Inject
    BlobSweepService blobs;

    @Inject
    JournalOwnerService journal;

    @Inject
    CountingService counting;

    @Inject
    OwnStatisticsService organizations;

    @Inject
    OpenStatisticsService openFigures;

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

    /** One call, which returns the number of processed items. */
    @FunctionalInterface
    interface Call {
        long run() throws IOException;
    }

    Map<String, Call> calls;
    Map<String, ItemWork<?>> items;

    /** Names the work of each step, once the services are injected. */
    @PostConstruct
    void map() {
        calls = Map.ofEntries(
                entry("forget-tokens", tokens::forgetExpired),
                entry("forget-sign-ins", signIns::forgetExpired),
                entry("forget-answers", answers::forgetOld),
                entry("forget-mails", mails::forgetOld),
                entry("forget-runs", runs::forgetOld),
                entry("forget-bundles", bundles::sweep),
                entry("forget-organization-files", organizationFiles::forgetOld),
                entry("forget-merges", merges::forgetOld),
                entry("forget-digests", digests::forgetOld),
                entry("sweep-blobs", blobs::sweep),
                entry("keep-journal", journal::keep),
                entry("count-days", counting::countMissingDays),
                entry("count-organizations", organizations::countMissingDays),
                entry("publish-figures", openFigures::publishMonths),
                entry("certify", certificates::certify),
                entry("delete-moved", moving::deleteMoved),
                entry("scan-missed", readings::scanMissed));
        items = Map.ofEntries(
                entry("remind", each(reminders::accounts, reminders::process)),
                entry(
                        "write-digests",
                        counted(
                                (UUID after, int most) -> digests.waiting(context.slot(), after, most),
                                subscriptions -> digests.compose(subscriptions, context.slot()))),
                entry("tell-starts", each(starts::beginning, starts::begin)),
                entry("tell-services", each(alerts::services, alerts::tellService)),
                entry("tell-operators", each(alerts::operators, alerts::tellOperator)),
                entry("rewrap-keys", each(rotation::due, rotation::rewrap)),
                entry("review-rules", each(rules::codes, rules::review)),
                entry("purge-files", idempotent(purges::dueFiles, purges::purgeFiles)),
                entry("archive-cases", idempotent(purges::dueCases, purges::archive)),
                entry("delete-folders", idempotent(purges::dueFolders, purges::deleteFolders)),
                entry("move-files", idempotent(moving::due, moving::move)),
                entry(
                        "read",
                        idempotent(
                                (ReadableFile after, int most) ->
                                        readings.next(after == null ? null : after.id(), most),
                                readings::read)));
    }

    Call call(String step) {
        return known(step, calls.get(step));
    }

    @SuppressWarnings("unchecked") // its keys come from its own reader
    ItemWork<Serializable> items(String step) {
        return (ItemWork<Serializable>) known(step, items.get(step));
    }

    private static <W> W known(String step, W work) {
        if (work == null) {
            throw new IllegalStateException("Nothing is known of the step " + step);
        }
        return work;
    }

    @FunctionalInterface
    interface DueKeys<K> {
        /**
         * @param after null for the first page
         * @return the next keys, in order, at most {@code maxResult}
         */
        List<? extends K> next(K after, int maxResult);
    }

    /**
     * Work on keys.
     *
     * @param write processes and counts them
     */
    record ItemWork<K extends Serializable>(DueKeys<K> due, Consumer<List<K>> write) {}

    /** @param process returns whether this key needed work: it may be done already, or not be due any more */
    private <K extends Serializable> ItemWork<K> each(DueKeys<K> due, Predicate<K> process) {
        return counted(due, keys -> keys.stream().filter(process).count());
    }

    /** @param process returns how many keys needed work; it runs in the transaction in which they are counted */
    private <K extends Serializable> ItemWork<K> counted(DueKeys<K> due, ToLongFunction<List<K>> process) {
        return new ItemWork<>(due, keys -> queue.process(context.run(), keys, process));
    }

    /** @param process is one call of a service that manages its own transactions, and may be repeated */
    private <K extends Serializable> ItemWork<K> idempotent(DueKeys<K> due, Function<List<K>, ChunkResult> process) {
        return new ItemWork<>(due, keys -> {
            var result = process.apply(keys);
            queue.done(context.run(), result.done());
            result.failed().forEach(item -> queue.failed(context.run(), item));
        });
    }
}
