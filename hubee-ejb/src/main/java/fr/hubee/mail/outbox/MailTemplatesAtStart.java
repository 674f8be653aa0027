package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.SupportAddress;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Loads the templates of the mails at startup, so that a broken one stops it. */
@Startup
@Singleton
@DenyAll
public class MailTemplatesAtStart {
    private static final System.Logger LOG = System.getLogger(MailTemplatesAtStart.class.getName());

    @Inject
    MailRenderer templates;

    @Produces
    @jakarta.inject.Singleton
    static MailRenderer templates(MailSettings settings, PublicAddress publicAddress, SupportAddress support) {
        return new MailRenderer(settings.templates(), publicAddress.uri(), support);
    }

    @PostConstruct
    void tried() {
        LOG.log(Level.DEBUG, "{0} mails can be written", templates.count());
    }
}
