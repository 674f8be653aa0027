package fr.hubee.desk.watch;

import fr.hubee.clients.client.LastCalls;
import fr.hubee.directory.subscription.Standing;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** « Silencieux depuis … »: software that has stopped calling, with what waits for it, for the people who see its subscription. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
public class SilentSoftwareService {
    /** Longer limit for editors: they have many subscriptions, and need not see an incident of one weekend. */
    private static final Duration SILENT_FOR_EDITORS = Duration.ofDays(7);

    /** Query whose details are read for the first lines only. */
    private static final String LINES = """
            with silent as materialized (
                select id, since, count(*) over () as total from (%s) heard where since < :before
                order by since, id limit :most)
            select s.id, o.name, s.process_code, e.name, silent.since,
                (select count(*) from cases c where c.company_register = s.company_register
                    and c.branch_code = s.branch_code and c.organization_type = s.organization_type
                    and c.process_code = s.process_code and c.status = 'HUBEE_NOTIFIED'),
                silent.total
            from silent
            join subscription s on s.id = silent.id
            join organization o on o.organization_type = s.organization_type
                and o.company_register = s.company_register and o.branch_code = s.branch_code
            left join organization e on e.organization_type = s.editor_type
                and e.company_register = s.editor_company_register and e.branch_code = s.editor_branch_code
            order by silent.since, s.id""";

    private static final String USED = """
            select s.id, heard.since from (%s) heard join subscription s on s.id = heard.id
            join process p on p.code = s.process_code where %s""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Returns the software that has been silent for longest, and the number of all. */
    public Page<SilentSoftware> oldest(Caller caller, int most) {
        var limit = caller.is(RoleNames.EDITOR) ? SILENT_FOR_EDITORS : LastCalls.SILENT;
        var reach = Reach.of(caller);
        var condition = reach.condition("s");
        var heard = reach.standing() == Standing.SUBSCRIBER ? LastCalls.of(condition) : LastCalls.ofMany(condition);
        return page(reach.bind(query(heard, clock.instant().minus(limit), most)));
    }

    /** Empty where its software calls, where it has none, and for a subscription that the caller may not see. */
    public Optional<SilentSoftware> of(Caller caller, UUID subscription) {
        var before = clock.instant().minus(LastCalls.SILENT);
        var reach = Reach.of(caller);
        var heard = LastCalls.of("s.id = :only and " + reach.condition("s"));
        return page(reach.bind(query(heard, before, 1)).setParameter("only", subscription)).items().stream()
                .findFirst();
    }

    /** Returns when software last called, for those of these subscriptions that the caller sees; without those where it never did. */
    @SuppressWarnings("unchecked") // a native query
    public Map<UUID, Instant> lastCalls(Caller caller, Collection<UUID> subscriptions) {
        var reach = Reach.of(caller);
        List<Object[]> rows = reach.bind(entities.createNativeQuery(
                        USED.formatted(LastCalls.used("s.id = any (:some)"), reach.condition("s"))))
                .setParameter("some", subscriptions.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    private Query query(String heard, Instant before, int most) {
        return entities.createNativeQuery(LINES.formatted(heard))
                .setParameter("before", before)
                .setParameter("most", most);
    }

    private static Page<SilentSoftware> page(Query query) {
        return CountedLines.page(
                query,
                0,
                row -> new SilentSoftware(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Long)
                                row[5]));
    }

    /**
     * A subscription whose software has not called for a while.
     *
     * @param editor its name; null when none is chosen
     * @param since its last call; where it never called, the creation of its credentials, or the activation of the subscription
     * @param waiting how many télédossiers wait for it to fetch them
     */
    public record SilentSoftware(
            UUID subscription, String serviceName, String processCode, String editor, Instant since, long waiting) {}
}
