package fr.hubee.mail.outbox;

import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Informs a person by mail whom she replaces, in the transaction of the decision. */
@ApplicationScoped
class DeputyMails {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    void on(@Observes AccountEvent.DeputyNamed event) {
        var deputy = accounts.find(event.accountId()).orElseThrow();
        var absent = accounts.find(event.absent()).orElseThrow();
        var text = "Vous remplacez " + absent.name() + " du " + DAY.format(event.firstDay()) + " au "
                + DAY.format(event.lastDay()) + " inclus";
        outbox.post(NewMail.to(
                deputy,
                MailTemplate.DEPUTY_NAMED,
                MailValues.of("organization", event.organizationName())
                        .and("process", MailTemplate.DEPUTY_NAMED.label())
                        .and("news", List.of(MailValues.of("text", text).and("listPath", "/accueil")))
                        .and("settingsPath", "/profil")));
    }
}
