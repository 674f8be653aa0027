package fr.hubee.desk.digest;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.AccountEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

@Dependent
class ReminderRepository {
    private static final String SINCE = """
            greatest(a.created_at,
                (select l.signed_in_at from last_sign_in l where l.account_id = a.id),
                (select v.activated_at from account_activation v where v.account_id = a.id))""";

    private static final String CHOSEN = "(select max(p.chosen_at) from chosen_password p where p.account_id = a.id)";

    private static final String ENDING = """
            a.actor_type <> 'AGENT' and exists (select from software_certificate c
                where (c.organization_type, c.company_register, c.branch_code)
                        = (a.organization_type, a.company_register, a.branch_code)
                    and c.revoked_at is null and c.expires_at > :now and c.expires_at <= :ending)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Active accounts not used since the first date, with a password older than the second, or with a certificate that ends. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> accounts(Instant idleSince, Instant chosenBefore, Instant endsBefore, UUID after, int maxResult) {
        return entities.createNativeQuery(
                        "select a.id from account a where a.active and a.id > :after and (" + SINCE + " <= :idle or "
                                + CHOSEN + " <= :chosen or " + ENDING + ") order by a.id",
                        UUID.class)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setParameter("idle", idleSince)
                .setParameter("chosen", chosenBefore)
                .setParameter("now", clock.instant())
                .setParameter("ending", endsBefore)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** The active ones of the organisation with which nobody has ever signed in, and whose link is good no more. */
    Set<UUID> neverOpened(OrganizationKey organization, Instant now) {
        return of(
                "not exists (select from last_sign_in l where l.account_id = a.id)"
                        + " and not exists (select from password_link p where p.account_id = a.id and p.expires_at > :now)",
                organization,
                query -> query.setParameter("now", now));
    }

    Set<UUID> chosenBefore(OrganizationKey organization, Instant chosen) {
        return of(CHOSEN + " < :chosen", organization, query -> query.setParameter("chosen", chosen));
    }

    @SuppressWarnings("unchecked") // a native query of one column
    private Set<UUID> of(String condition, OrganizationKey organization, Consumer<Query> parameters) {
        var query = entities.createNativeQuery(
                        "select a.id from account a where a.active and a.company_register = :register"
                                + " and a.branch_code = :branch and a.organization_type = :type and " + condition,
                        UUID.class)
                .setParameter("register", organization.companyRegister())
                .setParameter("branch", organization.branchCode())
                .setParameter("type", organization.type().name());
        parameters.accept(query);
        return Set.copyOf(query.getResultList());
    }

    Instant usedAt(UUID account) {
        return (Instant)
                entities.createNativeQuery("select " + SINCE + " from account a where a.id = :account", Instant.class)
                        .setParameter("account", account)
                        .getSingleResult();
    }

    /** Empty for a person without password. */
    Optional<Instant> passwordChosenAt(UUID account) {
        return Optional.ofNullable((Instant)
                entities.createNativeQuery("select " + CHOSEN + " from account a where a.id = :account", Instant.class)
                        .setParameter("account", account)
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked") // a native query
    Map<ReminderKind, Instant> sent(UUID account, Instant countedFrom) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select kind, sent_at from reminder where account_id = :account and counted_from = :date")
                .setParameter("account", account)
                .setParameter("date", countedFrom)
                .getResultList();
        var sent = new EnumMap<ReminderKind, Instant>(ReminderKind.class);
        rows.forEach(row -> sent.put(ReminderKind.valueOf((String) row[0]), (Instant) row[1]));
        return sent;
    }

    /**
     * Records that it is sent.
     *
     * @return false when it was already recorded
     */
    boolean note(UUID account, ReminderKind kind, Instant countedFrom, Instant now) {
        return entities.createNativeQuery("""
                                insert into reminder (account_id, kind, counted_from, sent_at)
                                values (:account, :kind, :date, :now) on conflict do nothing""")
                        .setParameter("account", account)
                        .setParameter("kind", kind.name())
                        .setParameter("date", countedFrom)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Restarts the idle period when an account is reactivated. */
    void on(@Observes AccountEvent.Activated event) {
        entities.createNativeQuery("""
                        insert into account_activation (account_id, activated_at) values (:account, :now)
                        on conflict (account_id) do update set activated_at = excluded.activated_at""")
                .setParameter("account", event.accountId())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    enum ReminderKind {
        IDLE_60,
        IDLE_90,
        PASSWORD_14,
        PASSWORD_3,
        CERTIFICATE_30
    }
}
