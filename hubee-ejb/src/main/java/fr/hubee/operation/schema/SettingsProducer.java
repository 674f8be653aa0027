package fr.hubee.operation.schema;

import fr.hubee.clients.bench.BenchSettings;
import fr.hubee.clients.client.TokenSettings;
import fr.hubee.exchange.feed.FeedSettings;
import fr.hubee.exchange.feed.WebhookSettings;
import fr.hubee.exchange.folder.FolderSettings;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.StampSettings;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.PublicContacts;
import fr.hubee.kernel.settings.ServerSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SupportAddress;
import fr.hubee.lifetime.store.StoreReadingSettings;
import fr.hubee.mail.outbox.MailSettings;
import fr.hubee.people.password.PasswordSettings;
import fr.hubee.people.session.SessionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;

/** Reads the settings of every feature as soon as one is injected, which the mails do at startup: an invalid value prevents the start. */
@ApplicationScoped
class SettingsProducer {
    private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());

    @Produces
    @Singleton
    final PublicAddress publicAddress;

    @Produces
    @Singleton
    final SupportAddress support;

    @Produces
    @Singleton
    final PublicContacts contacts;

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
    final BenchSettings bench;

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
    final FeedSettings feed;

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
    final WebhookSettings webhook;

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
        support = source.settings(SupportAddress::new);
        contacts = source.settings(PublicContacts::new);
        encryption = source.settings(EncryptionSettings::new);
        masterKey = source.settings(MasterKeySettings::new);
        storage = source.settings(StorageSettings::new);
        antivirus = source.settings(AntivirusSettings::new);
        token = source.settings(TokenSettings::new);
        bench = source.settings(BenchSettings::new);
        session = source.settings(SessionSettings::new);
        password = source.settings(PasswordSettings::new);
        folder = source.settings(FolderSettings::new);
        feed = source.settings(FeedSettings::new);
        storeReading = source.settings(StoreReadingSettings::new);
        seal = source.settings(SealSettings::new);
        stamp = source.settings(StampSettings::new);
        mail = source.settings(MailSettings::new);
        job = source.settings(JobSettings::new);
        webhook = source.settings(WebhookSettings::new);
        database = source.settings(DatabaseSettings::new);
    }
}
