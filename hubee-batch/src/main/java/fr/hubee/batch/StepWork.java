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
import fr.hubee.directory.organization.OrganizationFileService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.files.encryption.KeyRotationService;
import fr.hubee.files.storage.BlobSweepService;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.kernel.database.IdempotentService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.retention.ArchivingService;
import fr.hubee.lifetime.retention.FilePurgeService;
import fr.hubee.lifetime.retention.FolderDeletionService;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.lifetime.retention.Treated;
import fr.hubee.lifetime.store.StoreMovingService;
import fr.hubee.lifetime.store.StoreReadingService;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.people.signin.SignInSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Maps each step of a job, by its id in the job's XML, to the service methods that it calls; a test compares both. */
@Dependent
class StepWork {
    @Inject
    RunContext context;

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
    OrganizationFileService organizationFiles;

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
    FilePurgeService files;

    @Inject
    ArchivingService archiving;

    @Inject
    FolderDeletionService deletion;

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

    final Map<String, Call> calls = Map.ofEntries(
            entry("forget-tokens", () -> tokens.forgetExpired()),
            entry("forget-sign-ins", () -> signIns.forgetExpired()),
            entry("forget-answers", () -> answers.forgetOld()),
            entry("forget-mails", () -> mails.forgetOld()),
            entry("forget-runs", () -> runs.forgetOld()),
            entry("forget-bundles", () -> bundles.sweep()),
            entry("forget-organization-files", () -> organizationFiles.forgetOld()),
            entry("forget-merges", () -> merges.forgetOld()),
            entry("forget-digests", () -> digests.forgetOld()),
            entry("sweep-blobs", () -> blobs.sweep()),
            entry("keep-journal", () -> journal.keep()),
            entry("count-days", () -> counting.countMissingDays()),
            entry("count-organizations", () -> organizations.countMissingDays()),
            entry("publish-figures", () -> openFigures.publishMonths()),
            entry("certify", () -> certificates.certify()),
            entry("delete-moved", () -> moving.deleteMoved()),
            entry("scan-missed", () -> readings.scanMissed()));

    final Map<String, ChunkWork<?>> chunks = Map.of(
            "remind",
            ChunkWork.each(
                    (UUID after, int most) -> reminders.accounts(after, most), account -> reminders.treat(account)),
            "write-digests",
            new ChunkWork<>(
                    (UUID after, int most) -> digests.waiting(context.slot(), after, most),
                    subscriptions -> digests.compose(subscriptions, context.slot())),
            "tell-starts",
            ChunkWork.each(
                    (UUID after, int most) -> starts.beginning(after, most),
                    subscription -> starts.begin(subscription)),
            "tell-services",
            ChunkWork.each(
                    (String after, int most) -> alerts.services(after, most), service -> alerts.tellService(service)),
            "tell-operators",
            ChunkWork.each(
                    (String after, int most) -> alerts.operators(after, most),
                    operator -> alerts.tellOperator(operator)),
            "rewrap-keys",
            ChunkWork.each((UUID after, int most) -> rotation.due(after, most), owner -> rotation.rewrap(owner)),
            "review-rules",
            ChunkWork.each((String after, int most) -> rules.codes(after, most), process -> rules.review(process)));

    final Map<String, PurgeWork> purges = Map.of(
            "purge-files",
            new PurgeWork((UUID after, int most) -> files.due(after, most), due -> files.purge(due)),
            "archive-cases",
            new PurgeWork((UUID after, int most) -> archiving.due(after, most), due -> archiving.archive(due)),
            "delete-folders",
            new PurgeWork((UUID after, int most) -> deletion.due(after, most), due -> deletion.delete(due)),
            "move-files",
            new PurgeWork((UUID after, int most) -> moving.due(after, most), due -> moving.move(due)));

    Call call(String step) {
        return known(step, calls.get(step));
    }

    @SuppressWarnings("unchecked") // its keys come from its own reader
    <K extends Serializable> ChunkWork<K> chunk(String step) {
        return (ChunkWork<K>) known(step, chunks.get(step));
    }

    PurgeWork purge(String step) {
        return known(step, purges.get(step));
    }

    /** Returns the due keys of a step of either kind. */
    DueKeys<?> due(String step) {
        return chunks.containsKey(step) ? chunks.get(step).due() : purge(step).due();
    }

    private static <W> W known(String step, W work) {
        if (work == null) {
            throw new IllegalStateException("Nothing is known of the step " + step);
        }
        return work;
    }

    /** Work on identifiers, by a service that manages its own transactions; see {@link PurgeWriter}. */
    record PurgeWork(DueKeys<UUID> due, Function<List<UUID>, Treated> treat) {}

    /**
     * Work on keys, in the transaction in which {@link ChunkWriter} counts it.
     *
     * @param treat returns the number of keys that needed work: a key may be done already, or not be due any more
     */
    record ChunkWork<K extends Serializable>(DueKeys<K> due, ToLongFunction<List<K>> treat) {

        /** @param treat returns whether this key needed work */
        static <K extends Serializable> ChunkWork<K> each(DueKeys<K> due, Predicate<K> treat) {
            return new ChunkWork<>(due, keys -> keys.stream().filter(treat).count());
        }
    }
}
