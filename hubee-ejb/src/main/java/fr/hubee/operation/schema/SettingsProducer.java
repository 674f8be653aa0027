package fr.hubee.operation.schema;

import fr.hubee.clients.client.TokenSettings;
import fr.hubee.exchange.folder.FolderSettings;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.StampSettings;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.ServerSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Words;
import fr.hubee.lifetime.store.StoreReadingSettings;
import fr.hubee.mail.outbox.MailSettings;
import fr.hubee.people.password.PasswordSettings;
import fr.hubee.people.session.SessionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the settings of every feature as soon as one is injected, which the mails do at startup: an invalid value
 * prevents the start.
 */
@ApplicationScoped
class SettingsProducer {
    private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());

    @Produces
    @Singleton
    final PublicAddress publicAddress;

    @Produces
    @Singleton
    final EncryptionSettings encryption;

    @Produces
    @Singleton
    final MasterKeySettings masterKey;

    @Produces
    @Singleton
    final StorageSettings storage;

    @Produces
    @Singleton
    final AntivirusSettings antivirus;

    @Produces
    @Singleton
    final TokenSettings token;

    @Produces
    @Singleton
    final SessionSettings session;

    @Produces
    @Singleton
    final PasswordSettings password;

    @Produces
    @Singleton
    final FolderSettings folder;

    @Produces
    @Singleton
    final StoreReadingSettings storeReading;

    @Produces
    @Singleton
    final SealSettings seal;

    @Produces
    @Singleton
    final StampSettings stamp;

    @Produces
    @Singleton
    final MailSettings mail;

    @Produces
    @Singleton
    final JobSettings job;

    @Produces
    @Singleton
    final DatabaseSettings database;

    SettingsProducer() {
        this(SettingSource.ofThisServer());
        RemovedSettings.warning(SettingSource.ofThisServer()).ifPresent(LOG::warning);
    }

    SettingsProducer(SettingSource source) {
        ServerSettings.check(source);
        publicAddress = source.settings(PublicAddress::new);
        encryption = source.settings(EncryptionSettings::new);
        masterKey = source.settings(MasterKeySettings::new);
        storage = source.settings(StorageSettings::new);
        antivirus = source.settings(AntivirusSettings::new);
        token = source.settings(TokenSettings::new);
        session = source.settings(SessionSettings::new);
        password = source.settings(PasswordSettings::new);
        folder = source.settings(FolderSettings::new);
        storeReading = source.settings(StoreReadingSettings::new);
        seal = source.settings(SealSettings::new);
        stamp = source.settings(StampSettings::new);
        mail = source.settings(MailSettings::new);
        job = source.settings(JobSettings::new);
        database = source.settings(DatabaseSettings::new);
    }

    /** Settings of former releases that are constants now, or belong to a démarche: their use is reported. */
    static final class RemovedSettings {
        private static final List<String> NAMES = List.of(
                "HUBEE_ARRIVALS_EVERY",
                "HUBEE_CLOCK_TOLERANCE",
                "HUBEE_DB_ANSWER",
                "HUBEE_DIGEST_TIMES",
                "HUBEE_DRAIN_LONGEST",
                "HUBEE_JOBS_EVERY",
                "HUBEE_LOG_FILES",
                "HUBEE_LOG_SIZE",
                "HUBEE_PURGE_CONFIRMED_ABOVE",
                "HUBEE_ROUNDS_EVERY",
                "HUBEE_SMTP_TIMEOUT",
                "HUBEE_UNFINISHED_KEPT",
                "HUBEE_ZIP_ROOM");

        private static final List<String> OF_A_DEMARCHE =
                List.of("HUBEE_NEVER_REFUSED", "HUBEE_PORTAL_FILES_KEPT", "HUBEE_SENSITIVE_PROCESSES");

        private RemovedSettings() {}

        /** Returns the warning to log at a start, in one line. */
        static Optional<String> warning(SettingSource source) {
            var moved = set(source, OF_A_DEMARCHE);
            var set = Stream.of(set(source, NAMES), moved)
                    .filter(names -> !names.isEmpty())
                    .collect(Collectors.joining(", "));
            return set.isEmpty()
                    ? Optional.empty()
                    : Optional.of("These settings are no more, and are ignored: " + set
                            + ". See the upgrade notes of docs/operations.md, and remove them"
                            + (moved.isEmpty() ? "" : Words.text("operation.settings.moved", moved)));
        }

        private static String set(SettingSource source, List<String> names) {
            return names.stream()
                    .filter(name -> !source.<String>read(name, "", text -> text).isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }
}
