package fr.hubee.settings;

import fr.hubee.antivirus.AntivirusSettings;
import fr.hubee.audit.JournalSettings;
import fr.hubee.audit.seal.SealSettings;
import fr.hubee.audit.stamp.StampSettings;
import fr.hubee.database.DatabaseSettings;
import fr.hubee.encryption.MasterKeySettings;
import fr.hubee.folder.FolderSettings;
import fr.hubee.job.JobSettings;
import fr.hubee.mail.template.MailSettings;
import fr.hubee.retention.reading.StoreReadingSettings;
import fr.hubee.shared.settings.EncryptionSettings;
import fr.hubee.shared.settings.PublicAddress;
import fr.hubee.shared.settings.ServerSettings;
import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.TransportSettings;
import fr.hubee.signin.password.PasswordSettings;
import fr.hubee.signin.session.SessionSettings;
import fr.hubee.storage.StorageSettings;
import fr.hubee.token.client.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;

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
    final JournalSettings journal;

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
        TransportSettings.check(source);
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
        journal = source.settings(JournalSettings::new);
        seal = source.settings(SealSettings::new);
        stamp = source.settings(StampSettings::new);
        mail = source.settings(MailSettings::new);
        job = source.settings(JobSettings::new);
        database = source.settings(DatabaseSettings::new);
    }
}
