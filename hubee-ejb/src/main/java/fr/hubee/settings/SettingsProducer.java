package fr.hubee.settings;

import fr.hubee.antivirus.AntivirusSettings;
import fr.hubee.audit.JournalSettings;
import fr.hubee.audit.seal.SealSettings;
import fr.hubee.audit.stamp.StampSettings;
import fr.hubee.bundle.BundleSettings;
import fr.hubee.casework.CaseWorkSettings;
import fr.hubee.database.DatabaseSettings;
import fr.hubee.encryption.MasterKeySettings;
import fr.hubee.job.JobSettings;
import fr.hubee.mail.template.MailSettings;
import fr.hubee.retention.RetentionSettings;
import fr.hubee.retention.reading.StoreReadingSettings;
import fr.hubee.shared.settings.EncryptionSettings;
import fr.hubee.shared.settings.PublicAddress;
import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.TransportSettings;
import fr.hubee.signin.password.PasswordSettings;
import fr.hubee.signin.session.SecondFactorSettings;
import fr.hubee.signin.session.SessionSettings;
import fr.hubee.storage.StorageSettings;
import fr.hubee.token.client.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Reads the settings of every feature as soon as one is injected, which the mails do at startup: an invalid value
 * prevents the start.
 */
@ApplicationScoped
class SettingsProducer {
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
    final SecondFactorSettings secondFactor;

    @Produces
    @Singleton
    final CaseWorkSettings caseWork;

    @Produces
    @Singleton
    final BundleSettings bundle;

    @Produces
    @Singleton
    final RetentionSettings retention;

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
    }

    SettingsProducer(SettingSource source) {
        TransportSettings.check(source);
        publicAddress = new PublicAddress(source);
        encryption = new EncryptionSettings(source);
        masterKey = new MasterKeySettings(source);
        storage = new StorageSettings(source);
        antivirus = new AntivirusSettings(source);
        token = new TokenSettings(source);
        session = new SessionSettings(source);
        password = new PasswordSettings(source);
        secondFactor = new SecondFactorSettings(source);
        caseWork = new CaseWorkSettings(source);
        bundle = new BundleSettings(source);
        retention = new RetentionSettings(source);
        storeReading = new StoreReadingSettings(source);
        journal = new JournalSettings(source);
        seal = new SealSettings(source);
        stamp = new StampSettings(source);
        mail = new MailSettings(source);
        job = new JobSettings(source);
        database = new DatabaseSettings(source);
    }
}
