package fr.hubee.lifetime.store;

import fr.hubee.files.storage.BlobReader.BlobFoundDamaged;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records the progress and the findings of the store check: each method is a short transaction. */
@ApplicationScoped
@Transactional
class StoreReadingProgress {
    /** Monitoring looks for this code (docs/alerts.md). */
    private static final String DAMAGED = "HUBEE-STORE-DAMAGED attachment {0}: {1}";

    private static final System.Logger LOG = System.getLogger(StoreReadingProgress.class.getName());

    /** Minimum time between rounds, so that a small store is not read all the time. */
    private static final Duration ROUND = Duration.ofDays(1);

    @Inject
    StoreReadingRepository readings;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    List<ReadableFile> next(UUID after, int maxResult) {
        var now = clock.instant();
        if (readings.isOver() && !readings.beginRound(now, now.minus(ROUND))) {
            return List.of();
        }
        var files = readings.stored(after == null ? readings.position() : after, maxResult);
        if (files.isEmpty()) {
            readings.endRound(now);
        }
        return files;
    }

    List<DamagedFile> read(List<ReadableFile> files, Map<UUID, FileDamage> found) {
        var now = clock.instant();
        for (var file : files) {
            var damage = found.get(file.id());
            if (damage == null) {
                readings.forget(file.id());
            } else {
                note(file, damage, now);
            }
        }
        if (!files.isEmpty()) {
            long bytes = files.stream().mapToLong(ReadableFile::size).sum();
            readings.advance(files.get(files.size() - 1).id(), files.size(), bytes);
        }
        return readings.damagedAmong(found.keySet());
    }

    /** Reports damage found while a file was read for a client, before the periodic check finds it. */
    void found(@Observes BlobFoundDamaged event) {
        readings.storedAs(event.key().value()).ifPresent(file -> note(file, event.damage(), clock.instant()));
    }

    private void note(ReadableFile file, FileDamage damage, Instant now) {
        if (readings.note(file, damage, now)) {
            raiseAlarm(readings.damagedAmong(List.of(file.id())));
        }
    }

    void restored(Caller caller, ReadableFile file) {
        readings.forget(file.id());
        journal.record(Act.by(caller, AuditAction.FILE_RESTORED).on(null, file.id()));
    }

    /** Reports each damaged file once: in the log, in the journal, and by mail to the national administrators. */
    private void raiseAlarm(List<DamagedFile> found) {
        for (var file : found) {
            LOG.log(Level.ERROR, DAMAGED, file.attachment(), file.damage());
            journal.record(Act.by(Caller.HUB, AuditAction.FILE_DAMAGED)
                    .on(null, file.attachment())
                    .with(Changes.of("damage", file.damage())));
            var values = MailValues.of("file", file.attachment().toString())
                    .and("process", file.processCode())
                    .and("damage", file.damage().label());
            accounts.nationalAdministrators()
                    .forEach(person -> outbox.post(NewMail.to(person, MailTemplate.FILE_DAMAGED, values)));
        }
    }
}
