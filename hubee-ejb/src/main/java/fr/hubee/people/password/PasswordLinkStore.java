package fr.hubee.people.password;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.AdvisoryLock;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInJournal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Links to choose a password, and the number of requests for them. */
@Dependent
public class PasswordLinkStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SignInJournal journal;

    @Inject
    Event<PasswordEvent> happened;

    /** Requests the sending of a link, which is created when the mail is sent. */
    public void send(KnownAccount account, LinkPurpose purpose, Caller who) {
        journal.record(AuditAction.LINK_SENT, account, Changes.of("purpose", purpose), who);
        happened.fire(new PasswordEvent.LinkWanted(account.id(), purpose));
    }

    public void add(PasswordLink link) {
        entities.persist(link);
    }

    public Optional<PasswordLink> find(String token, Instant now) {
        return entities.createQuery(
                        "select l from PasswordLink l where l.tokenHash = :hash and l.expiresAt > :now",
                        PasswordLink.class)
                .setParameter("hash", Sha256.hex(token))
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    public void endAllOf(UUID accountId) {
        entities.createQuery("delete from PasswordLink l where l.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** @return false when there were too many requests since then */
    boolean countRequest(Login login, int most, Instant since, Instant now) {
        AdvisoryLock.take(entities, "link for " + login.hash());
        var earlier = entities.createNativeQuery(
                        "select count(*) from link_request where login_hash = :login and asked_at > :since")
                .setParameter("login", login.hash())
                .setParameter("since", since)
                .getSingleResult();
        if (((Number) earlier).longValue() >= most) {
            return false;
        }
        entities.createNativeQuery("insert into link_request (id, login_hash, asked_at) values (:id, :login, :now)")
                .setParameter("id", UuidV7.next())
                .setParameter("login", login.hash())
                .setParameter("now", now)
                .executeUpdate();
        return true;
    }
}
