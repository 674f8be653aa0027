package fr.hubee.desk.casework;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shows people of a service who else looks at the same case; nothing is locked. An open page reports it every few seconds, on any node, and
 * is forgotten soon after it is closed.
 */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class PresenceService {
    /** Time after which a page is forgotten: longer than two of its intervals. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(10);

    private static final String HERS = """
            c.id = :case and c.company_register = :register and c.branch_code = :branch and c.organization_type = :type
              and c.process_code = any(:codes) and a.email = :login""";

    private static final String RENEW = "update case_visit v set seen_at = :now from cases c, account a where " + HERS
            + " and v.case_id = c.id and v.account_id = a.id";

    private static final String BEGIN =
            "insert into case_visit (case_id, account_id, seen_at) select c.id, a.id, :now from cases c, account a where "
                    + HERS + " on conflict (case_id, account_id) do update set seen_at = excluded.seen_at";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The people who look at a case, or handle it, for a page that is open.
     *
     * @param others the names of those who look at the case too
     * @param handler the account that has taken it; null for none
     * @param status of the case
     * @param updatedAt when the case last changed
     * @param answered when the applicant last answered; null for never
     */
    public record Presence(List<String> others, UUID handler, CaseStatus status, Instant updatedAt, Instant answered) {
        public Presence {
            others = List.copyOf(others);
        }
    }

    /** A case, and who has taken it, as they are now. */
    record Now(UUID handler, String status, Instant updatedAt, Instant answered) {}

    /**
     * The caller looks at a case of her service.
     *
     * @throws NotFound for any other
     */
    public Presence visit(Caller caller, UUID id) {
        var at = clock.instant();
        var forgotten = at.minus(FORGOTTEN);
        if (!isVisit(RENEW, caller, id, at)) {
            entities.createNativeQuery("delete from case_visit where seen_at < :before")
                    .setParameter("before", forgotten)
                    .executeUpdate();
            if (!isVisit(BEGIN, caller, id, at)) {
                throw NotFound.of("Case");
            }
        }
        var now = (Now) entities.createNativeQuery("""
                        select h.account_id as handler, c.status, c.updated_at, greatest(c.message_at, c.files_at) as answered
                        from cases c left join case_handler h on h.case_id = c.id where c.id = :case""", Now.class)
                .setParameter("case", id)
                .getSingleResult();
        return new Presence(
                others(caller, id, forgotten),
                now.handler(),
                CaseStatus.valueOf(now.status()),
                now.updatedAt(),
                now.answered());
    }

    /** Records that she looks at the case, if the statement finds her, and a case that she may see. */
    private boolean isVisit(String statement, Caller caller, UUID id, Instant now) {
        return entities.createNativeQuery(statement)
                        .setParameter("case", id)
                        .setParameter("register", caller.organization().companyRegister())
                        .setParameter("branch", caller.organization().branchCode())
                        .setParameter("type", caller.organization().type().name())
                        .setParameter("codes", caller.processCodes().toArray(String[]::new))
                        .setParameter("login", caller.name())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    private List<String> others(Caller caller, UUID id, Instant since) {
        Stream<?> names = entities.createNativeQuery("""
                        select concat(a.first_name, ' ', a.last_name) from case_visit v join account a on a.id = v.account_id
                        where v.case_id = :case and v.seen_at >= :since and a.email <> :login
                        order by 1""", String.class)
                .setParameter("case", id)
                .setParameter("since", since)
                .setParameter("login", caller.name())
                .getResultStream();
        return names.map(String.class::cast).toList();
    }
}
