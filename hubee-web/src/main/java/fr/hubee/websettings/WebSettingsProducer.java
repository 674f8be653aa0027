package fr.hubee.websettings;

import fr.hubee.api.directory.BootstrapSettings;
import fr.hubee.http.DrainSettings;
import fr.hubee.http.ScrapeSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.portal.desk.home.SecurityTextSettings;
import fr.hubee.portal.frame.PublicTextSettings;
import fr.hubee.websecurity.UploadSettings;
import fr.hubee.websecurity.proconnect.ProConnectSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Reads all web settings when the first one is injected, which the bootstrap does at start: an invalid value stops the
 * start.
 */
@ApplicationScoped
class WebSettingsProducer {
    @Produces
    @Singleton
    final BootstrapSettings bootstrap;

    @Produces
    @Singleton
    final PublicTextSettings publicText;

    @Produces
    @Singleton
    final SecurityTextSettings securityText;

    @Produces
    @Singleton
    final UploadSettings upload;

    @Produces
    @Singleton
    final ScrapeSettings scrape;

    @Produces
    @Singleton
    final ProConnectSettings proConnect;

    @Produces
    @Singleton
    final DrainSettings drain;

    WebSettingsProducer() {
        this(SettingSource.ofThisServer());
    }

    WebSettingsProducer(SettingSource source) {
        bootstrap = source.settings(BootstrapSettings::new);
        publicText = source.settings(PublicTextSettings::new);
        securityText = source.settings(SecurityTextSettings::new);
        upload = source.settings(UploadSettings::new);
        scrape = source.settings(ScrapeSettings::new);
        proConnect = source.settings(ProConnectSettings::new);
        drain = source.settings(DrainSettings::new);
    }
}
