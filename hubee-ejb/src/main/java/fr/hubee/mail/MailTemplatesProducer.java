package fr.hubee.mail;

import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class MailTemplatesProducer {

    @Produces
    @Singleton
    MailTemplates templates(Settings settings) {
        return new MailTemplates(new TemplateFiles(settings.mailTemplates()), settings.publicAddress());
    }
}
