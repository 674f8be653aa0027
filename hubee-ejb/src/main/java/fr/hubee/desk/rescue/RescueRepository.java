package fr.hubee.desk.rescue;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.kernel.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the cases that wait for silent software, by the index {@code cases_by_transmission}; and records which editor was notified. */
@Dependent
class RescueRepository {
    /** The condition of {@link fr.hubee.desk.casework.CaseRights} that the case itself fulfils. */
    private static final String WAITING = """
             from cases c where c.company_register = :register and c.branch_code = :branch and c.organization_type = :type
                and c.process_code = any (:codes) and c.status = 'HUBEE_NOTIFIED' and c.access_mode = 'API'""";

    private static final String LINES = """
            select f.id, f.external_id, f.process_code, (select p.name from process p where p.code = f.process_code), f.transmitted_at
            from (select c.*%s order by c.transmitted_at, c.id limit :most offset :offset) f
            order by f.transmitted_at, f.id""".formatted(WAITING);

    @PersistenceContext
    EntityManager entities;

    long count(List<SilentSubscription> silences) {
        return silences.isEmpty()
                ? 0
                : (Long) of(silences, "select count(*)" + WAITING).getSingleResult();
    }

    /** Returns the cases that have waited for longest. */
    Page<RescuableCase> page(List<SilentSubscription> silences, int offset, int maxResult) {
        if (silences.isEmpty()) {
            return new Page<>(List.of(), offset, 0);
        }
        Stream<?> rows = of(silences, LINES)
                .setParameter("most", maxResult)
                .setParameter("offset", offset)
                .getResultStream();
        var lines = rows.map(row -> line((Object[]) row)).toList();
        return new Page<>(lines, offset, count(silences));
    }

    private static RescuableCase line(Object[] row) {
        return new RescuableCase((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4]);
    }

    /** Returns the query for one service. */
    private Query of(List<SilentSubscription> silences, String statement) {
        var service = silences.get(0).service();
        return entities.createNativeQuery(statement)
                .setParameter("register", service.companyRegister())
                .setParameter("branch", service.branchCode())
                .setParameter("type", service.type().name())
                .setParameter(
                        "codes",
                        silences.stream().map(SilentSubscription::processCode).toArray(String[]::new));
    }

    /** @return whether its editor was not yet notified of this silence: of two nodes, one gets it */
    boolean tell(SilentSubscription silence, Instant now) {
        return entities.createNativeQuery("""
                                insert into rescue_notice (subscription_id, silent_since, told_at) values (:subscription, :since, :now)
                                on conflict do nothing""")
                        .setParameter("subscription", silence.subscription())
                        .setParameter("since", silence.since())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }
}
