package fr.hubee.websettings;

import fr.hubee.api.directory.BootstrapSettings;
import fr.hubee.http.HttpSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.portal.desk.home.SecurityTextSettings;
import fr.hubee.portal.frame.PublicTextSettings;
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
    final HttpSettings http;

    @Produces
    @Singleton
    final ProConnectSettings proConnect;

    WebSettingsProducer() {
        this(SettingSource.ofThisServer());
    }

    WebSettingsProducer(SettingSource source) {
        bootstrap = source.settings(BootstrapSettings::new);
        publicText = source.settings(PublicTextSettings::new);
        securityText = source.settings(SecurityTextSettings::new);
        http = source.settings(HttpSettings::new);
        proConnect = source.settings(ProConnectSettings::new);
    }
}
