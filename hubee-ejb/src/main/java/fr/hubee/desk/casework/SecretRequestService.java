package fr.hubee.desk.casework;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Asks the people of an instructing service, and its editor's, to make a secret: a mail leads them to the page where they make and see it.
 * The national administrator who asks does not see it.
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class SecretRequestService {
    @Inject
    ApiClientService clients;

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    AuditJournal journal;

    /**
     * Asks for the secret of an existing client.
     *
     * @return how many people are asked
     * @throws InvalidRequest when nobody can be asked
     */
    public int ask(Caller caller, String clientId) {
        var client = clients.read(caller, clientId).client();
        if (client.scope() != Scope.SI) {
            throw new InvalidRequest(Words.text("desk.secret.ofNoService"));
        }
        if (client.revokedAt() != null) {
            throw new InvalidRequest(Words.text("desk.secret.revoked"));
        }
        if (client.subscriptionId() != null) {
            return ask(caller, client.subscriptionId());
        }
        var page = "/cle-secrete?identifiant=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
        var people = people(client.organization(), null, client.organizationName());
        send(caller, people, client.organizationName(), clientId, page);
        return record(caller, client.organization(), clientId, people.size());
    }

    public int ask(Caller caller, UUID subscriptionId) {
        var line = subscriptions.read(caller, subscriptionId).line();
        var people = people(line.subscriber(), line.editor(), line.subscriberName());
        send(caller, people, line.subscriberName(), line.processName(), "/abonnement?id=" + subscriptionId);
        return record(caller, line.subscriber(), subscriptionId, people.size());
    }

    private List<KnownAccount> people(OrganizationKey owner, OrganizationKey editor, String ownerName) {
        var editors = editor == null ? List.<KnownAccount>of() : accounts.active(ActorType.EDITOR, editor);
        var people = Stream.concat(accounts.active(ActorType.LOCAL_ADMINISTRATOR, owner).stream(), editors.stream())
                .toList();
        if (people.isEmpty()) {
            throw new InvalidRequest(Words.text("desk.secret.nobody", ownerName));
        }
        return people;
    }

    /** @param purpose the name of the démarche, or of the client */
    private void send(Caller asker, List<KnownAccount> people, String organization, String purpose, String page) {
        var values = MailValues.of("organization", organization)
                .and("process", purpose)
                .and("asker", asker.name())
                .and("listPath", page)
                .and("settingsPath", page)
                // for the release before, which sends it as a digest
                .and(
                        "news",
                        List.of(MailValues.of("text", Words.text("desk.secret.inDigest", asker.name()))
                                .and("listPath", page)));
        people.forEach(person -> outbox.post(NewMail.to(person, MailTemplate.SECRET_WANTED, values)));
    }

    private int record(Caller caller, OrganizationKey owner, Object subject, int people) {
        journal.record(
                Act.by(caller, AuditAction.CREDENTIALS_ASKED).on(owner, subject).with(Changes.of("people", people)));
        return people;
    }
}
