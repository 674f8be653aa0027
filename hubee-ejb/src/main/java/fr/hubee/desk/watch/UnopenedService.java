package fr.hubee.desk.watch;

import static fr.hubee.desk.watch.UnopenedCases.COLUMNS;
import static fr.hubee.desk.watch.UnopenedCases.FIRST;
import static fr.hubee.desk.watch.UnopenedCases.GROUPED;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The services that do not answer, for the people who see their subscriptions: they have not opened a case after the first delay. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
public class UnopenedService {
    private static final String LINES = "select " + GROUPED + ", count(*) over () from (select " + COLUMNS + """
            %s and %s and (:process = '' or p.code = :process)) each
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9""";

    private static final String COUNT =
            "select count(*), count(distinct (c.company_register, c.branch_code, c.organization_type))";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ArrivalLimits limits;

    /**
     * Returns one line for each service and démarche.
     *
     * @param process null for all
     */
    public Page<Unopened> page(
            Caller caller, String process, UnopenedSort sort, boolean descending, int offset, int maxResult) {
        var reach = Reach.of(caller);
        var sql = LINES.formatted(UnopenedCases.from(FIRST), reach.condition("c"));
        Query query = bind(sql + sort.clause(descending), reach)
                .setParameter("process", process == null ? "" : process)
                .setFirstResult(offset)
                .setMaxResults(maxResult);
        return CountedLines.page(query, offset, Unopened::of);
    }

    public UnopenedCount count(Caller caller) {
        var reach = Reach.of(caller);
        var row = (Object[]) bind(COUNT + UnopenedCases.from(FIRST) + " and " + reach.condition("c"), reach)
                .getSingleResult();
        return new UnopenedCount((Long) row[0], (Long) row[1]);
    }

    private Query bind(String sql, Reach reach) {
        return reach.bind(limits.bind(entities.createNativeQuery(sql)));
    }

    /**
     * The number of cases that nobody has opened after the first delay.
     *
     * @param services number of services that have such cases
     */
    public record UnopenedCount(long cases, long services) {}

    /** Sort columns of the list of services that do not answer. */
    public enum UnopenedSort {
        CASES("10"),
        OLDEST("11"),
        SERVICE(FrenchOrder.ofColumn("service")),
        PROCESS(FrenchOrder.ofColumn("process_code"));

        private final String column;

        UnopenedSort(String column) {
            this.column = column;
        }

        /** The keys are last, so that pages never overlap. */
        String clause(boolean descending) {
            return " order by " + column + (descending ? " desc" : "") + ", 11, 5, 2, 3, 1";
        }
    }
}
