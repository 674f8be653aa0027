package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class MailTemplatesProducer {

    @Produces
    @Singleton
    MailTemplates templates(MailSettings settings, PublicAddress publicAddress) {
        return new MailTemplates(new TemplateFiles(settings.templates()), publicAddress.uri());
    }
}
