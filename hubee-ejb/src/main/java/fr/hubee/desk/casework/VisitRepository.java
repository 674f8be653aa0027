package fr.hubee.desk.casework;

import fr.hubee.kernel.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Records which person looks at which case; limited to the cases that she may see. */
@Dependent
class VisitRepository {
    private static final String HERS = """
            c.id = :case and c.company_register = :register and c.branch_code = :branch and c.organization_type = :type
              and c.process_code = any(:codes) and a.email = :login""";

    @PersistenceContext
    EntityManager entities;

    /** @return whether she was there a moment ago, and still may be */
    boolean renew(Caller caller, UUID id, Instant now) {
        return of(
                                caller,
                                id,
                                "update case_visit v set seen_at = :now from cases c, account a where " + HERS
                                        + " and v.case_id = c.id and v.account_id = a.id")
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** @return whether she may see it */
    boolean begin(Caller caller, UUID id, Instant now) {
        return of(
                                caller,
                                id,
                                "insert into case_visit (case_id, account_id, seen_at) select c.id, a.id, :now from cases c, account a"
                                        + " where " + HERS
                                        + " on conflict (case_id, account_id) do update set seen_at = excluded.seen_at")
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    private Query of(Caller caller, UUID id, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter("case", id)
                .setParameter("register", caller.organization().companyRegister())
                .setParameter("branch", caller.organization().branchCode())
                .setParameter("type", caller.organization().type().name())
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .setParameter("login", caller.name());
    }

    void forget(Instant before) {
        entities.createNativeQuery("delete from case_visit where seen_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    List<String> others(Caller caller, UUID id, Instant since) {
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
