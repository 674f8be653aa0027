package fr.hubee.mail.outbox;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.Mail.ClaimedMail;
import fr.hubee.mail.outbox.MailRounds.MailPosted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Features post their mails here: they are sent after the transaction commits, and never after a rollback. */
@Dependent
public class MailOutbox {
    private static final String DUE = """
            from mail where state = 'WAITING' and next_attempt_at <= :now and (useless_at is null or useless_at > :now)""";

    private static final Set<MailTemplate> AWAITED = EnumSet.of(MailTemplate.ONE_TIME_CODE, MailTemplate.RESET);

    private static final String LINE = """
            select new fr.hubee.mail.outbox.MailLine(m.id, m.recipient, m.template, m.state, m.createdAt, m.attempts,
                m.nextAttemptAt, m.endedAt, m.lastError)
            from Mail m""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    @Inject
    Event<MailPosted> posted;

    public void post(NewMail wanted) {
        entities.persist(new Mail(wanted, publicAddress.uri().getHost(), clock.instant()));
        posted.fire(new MailPosted());
    }

    boolean isAnyDue(Instant now) {
        return (Boolean) entities.createNativeQuery("select exists (select 1 " + DUE + ")", Boolean.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    boolean isAnyAwaited(Instant now) {
        return !entities.createQuery("""
                        select m.id from Mail m
                        where m.state = :waiting and m.nextAttemptAt <= :now and m.template in :awaited and m.createdAt > :since""")
                .setParameter("waiting", MailState.WAITING)
                .setParameter("now", now)
                .setParameter("awaited", AWAITED)
                .setParameter("since", now.minus(Mail.AWAITED))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The next mails to send that no other sender is claiming: those that become useless soonest first. */
    List<Mail> nextDue(Instant now, int maxResult) {
        return free(DUE + " order by useless_at, next_attempt_at", now, maxResult);
    }

    /** A due mail whose retry period is over. */
    Optional<Mail> nextOverdue(Instant now) {
        return free(DUE + " and try_until <= :now", now, 1).stream().findFirst();
    }

    @SuppressWarnings("unchecked") // a native query of one entity
    private List<Mail> free(String sql, Instant now, int maxResult) {
        return entities.createNativeQuery("select * " + sql + " limit :most for update skip locked", Mail.class)
                .setParameter("now", now)
                .setParameter("most", maxResult)
                .getResultList();
    }

    Optional<Mail> claimed(ClaimedMail claim) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Mail.class, claim.id()))
                .filter(mail -> mail.isOf(claim));
    }

    /** Drops useless mails, except those that a sender has claimed. */
    int dropUseless(Instant now) {
        return entities.createQuery("""
                        update Mail m
                        set m.state = :dropped, m.endedAt = :now, m.lastError = coalesce(m.lastError, :reason)
                        where m.state = :waiting and m.uselessAt <= :now and m.nextAttemptAt <= :now""")
                .setParameter("dropped", MailState.DROPPED)
                .setParameter("reason", Words.text("mail.useless"))
                .setParameter("waiting", MailState.WAITING)
                .setParameter("now", now)
                .executeUpdate();
    }

    Mail requireForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Mail.class, id))
                .orElseThrow(() -> NotFound.of("Mail"));
    }

    Page<MailLine> page(MailQuery query) {
        var order = query.sort() == null
                ? MailQuery.Sort.CREATED.clause(true)
                : query.sort().clause(query.descending());
        var conditions = new Conditions()
                .and("m.state = :state", "state", query.state())
                .and("m.recipient = :recipient", "recipient", query.recipient())
                .and("m.template = :template", "template", query.template());
        var items = conditions
                .bind(entities.createQuery(LINE + conditions.where() + order, MailLine.class))
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        return new Page<>(items, query.offset(), count(conditions));
    }

    long count(MailState state, Instant createdBefore) {
        return count(new Conditions()
                .and("m.state = :state", "state", state)
                .and("m.createdAt < :before", "before", createdBefore));
    }

    private long count(Conditions conditions) {
        TypedQuery<Long> count =
                conditions.bind(entities.createQuery("select count(m) from Mail m" + conditions.where(), Long.class));
        return count.getSingleResult();
    }

    int removeEndedBefore(Instant date) {
        return entities.createQuery("delete from Mail m where m.state <> :waiting and m.endedAt < :date")
                .setParameter("waiting", MailState.WAITING)
                .setParameter("date", date)
                .executeUpdate();
    }
}
