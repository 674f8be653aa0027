package fr.hubee.mail.outbox;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.password.PasswordEvent;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.secondfactor.SecondFactorEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Posts the mails about accounts, passwords and second factors, in the transaction of the event. */
@ApplicationScoped
class AccountMails {
    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    void on(@Observes PasswordEvent.LinkWanted event) {
        var template = event.purpose() == LinkPurpose.INVITATION ? MailTemplate.INVITATION : MailTemplate.RESET;
        outbox.post(mail(event.accountId(), template, MailValues.NONE));
    }

    void on(@Observes SecondFactorEvent.CodeWanted event) {
        outbox.post(mail(event.accountId(), MailTemplate.ONE_TIME_CODE, MailValues.NONE)
                .forSignIn(event.signInId())
                .usefulFor(Mail.AWAITED));
    }

    void on(@Observes PasswordEvent.PasswordChanged event) {
        outbox.post(mail(event.accountId(), MailTemplate.PASSWORD_CHANGED, now()));
    }

    void on(@Observes SecondFactorEvent.ApplicationChanged event) {
        var template = event.associated() ? MailTemplate.TOTP_ENROLLED : MailTemplate.TOTP_REMOVED;
        outbox.post(mail(event.accountId(), template, now()));
    }

    void on(@Observes PasswordEvent.ResetByMail event) {
        var person = accounts.find(event.accountId()).orElseThrow();
        var values = now().and("whose", person.firstName() + " " + person.lastName());
        accounts.otherAdministrators(person)
                .forEach(other -> outbox.post(mail(other.id(), MailTemplate.PASSWORD_RESET, values)));
    }

    void on(@Observes AccountEvent.DeputyNamed event) {
        var deputy = accounts.find(event.accountId()).orElseThrow();
        var absent = accounts.find(event.absent()).orElseThrow();
        var text = Words.text(
                "mail.deputyNamed",
                absent.name(),
                Paris.DAY.format(event.firstDay()),
                Paris.DAY.format(event.lastDay()));
        outbox.post(NewMail.to(
                deputy,
                MailTemplate.DEPUTY_NAMED,
                MailValues.of("organization", event.organizationName())
                        .and("process", MailTemplate.DEPUTY_NAMED.label())
                        .and("news", List.of(MailValues.of("text", text).and("listPath", "/accueil")))
                        .and("settingsPath", "/profil")));
    }

    private MailValues now() {
        return MailValues.of("changedAt", Paris.MOMENT.format(clock.instant()));
    }

    private NewMail mail(UUID accountId, MailTemplate template, MailValues values) {
        var person = accounts.find(accountId).orElseThrow();
        return NewMail.to(person, template, values);
    }
}
