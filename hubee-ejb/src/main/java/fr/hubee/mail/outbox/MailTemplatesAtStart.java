package fr.hubee.mail.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Loads the templates at startup, so that a broken one stops it. */
@Startup
@Singleton
@DenyAll
public class MailTemplatesAtStart {
    private static final System.Logger LOG = System.getLogger(MailTemplatesAtStart.class.getName());

    @Inject
    MailTemplates templates;

    @PostConstruct
    void tried() {
        LOG.log(Level.DEBUG, "{0} mails can be written", templates.count());
    }
}
