package fr.hubee.clients.client;

import fr.hubee.directory.subscription.Standing;
import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.RefusalDetail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last calls of clients, for who may read their subscription; of clients without one, for who may manage them. */
@Stateless
public class ApiCallService {
    private static final String LINES = """
            select client_id, ended_at, request_id, operation, path, status, reason, message, detail, took, received, sent,
                editor_name, application_name, software_version, coalesce(missing_files, 0) from api_call""";

    private static final String CLIENTS = """
            client_id in (select c.client_id from api_client c left join subscription s on s.id = c.subscription_id
                left join process p on p.code = s.process_code""";

    private static final String OF_PROCESS = """
            (s.process_code = :code or :code = any(c.process_codes) or c.scope = 'OSL' and cardinality(c.process_codes) = 0
                and exists (select from process o where o.code = :code and o.osl_company_register = c.company_register
                    and o.osl_branch_code = c.branch_code and o.osl_type = c.organization_type))""";

    private static final String OF_ORGANIZATION = """
            (c.company_register = :organization or exists (select from organization o
                where o.company_register = c.company_register and o.branch_code = c.branch_code and o.organization_type = c.organization_type
                    and position(lower(:organization) in lower(o.name)) > 0))""";

    private static final String OWN = "concat_ws('-', c.organization_type, c.company_register, c.branch_code) = :own";

    /** Tells as {@link ClientReach} does which clients are within reach, for many at once. */
    private static final String OF_OPERATOR = """
            case when s.id is null then %s
                else concat_ws('-', p.osl_type, p.osl_company_register, p.osl_branch_code) = :own end""".formatted(OWN);

    private static final String OF_EDITOR = """
            case when s.id is null then c.scope = 'SI' and %s or %s
                else concat_ws('-', s.editor_type, s.editor_company_register, s.editor_branch_code) = :own end""".formatted(OWN, ClientReach.EDITS);

    private static final String OF_SUBSCRIBER = """
            case when s.id is null then c.scope = 'SI' and %s
                else concat_ws('-', s.organization_type, s.company_register, s.branch_code) = :own end""".formatted(OWN);

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClientReach reach;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    /** Returns the calls that the caller may see, the newest first. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
    public Page<ApiCall> page(Caller caller, ApiCallQuery query, int offset, int maxResult) {
        var clients = clients(caller, query);
        var conditions = among(clients)
                .and("request_id = :request", "request", query.requestId())
                .and("ended_at >= :since", "since", query.since())
                .and("(status >= 400) = :refused", "refused", query.refused());
        List<?> rows = clients.bind(conditions.bind(entities.createNativeQuery(
                        LINES + conditions.where() + " order by ended_at desc, id desc", Object[].class)))
                .setFirstResult(offset)
                .setMaxResults(maxResult)
                .getResultList();
        var count = clients.bind(conditions.bind(
                entities.createNativeQuery("select count(*) from api_call" + conditions.where(), Long.class)));
        return new Page<>(
                rows.stream().map(row -> call((Object[]) row)).toList(), offset, (Long) count.getSingleResult());
    }

    /** Returns the call with this identifier, if the caller may see it. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
    public Optional<ApiCall> find(Caller caller, String requestId) {
        return page(caller, ApiCallQuery.of(requestId), 0, 1).items().stream().findFirst();
    }

    /** Returns the hours in which there were calls that the caller may see, whether all of them are kept or not. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
    public List<HourOfCalls> hours(Caller caller, ApiCallQuery query) {
        var clients = clients(caller, query);
        var conditions = among(clients).and("hour >= :since", "since", query.since());
        List<?> rows = clients.bind(conditions.bind(entities.createNativeQuery(
                        "select hour, cast(sum(calls) as bigint), cast(sum(refused) as bigint) from api_call_hour"
                                + conditions.where() + " group by hour order by hour",
                        Object[].class)))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new HourOfCalls((Instant) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }

    /** Returns which clients are meant; with a name, the caller must be allowed to see that one. */
    private Conditions clients(Caller caller, ApiCallQuery query) {
        if (query.clientId() != null) {
            reach.require(caller, query.clientId());
        }
        var conditions = new Conditions()
                .and("c.client_id = :client", "client", query.clientId())
                .and(OF_PROCESS, "code", query.processCode())
                .and(OF_ORGANIZATION, "organization", query.organization());
        var within = switch (Standing.of(caller)) {
            case NATIONAL -> null;
            case OPERATOR -> OF_OPERATOR;
            case EDITOR -> OF_EDITOR;
            case SUBSCRIBER -> OF_SUBSCRIBER;
        };
        return within == null
                ? conditions
                : conditions.and(within, "own", caller.organization().toString());
    }

    private static Conditions among(Conditions clients) {
        var conditions = new Conditions();
        return clients.where().isEmpty() ? conditions : conditions.and(CLIENTS + clients.where() + ")");
    }

    private static ApiCall call(Object[] row) {
        var software = new PartnerInfo((String) row[12], (String) row[13], (String) row[14]);
        return new ApiCall(
                (String) row[0],
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : RefusalDetail.parse((String) row[8]),
                ((Number) row[9]).intValue(),
                ((Number) row[10]).longValue(),
                ((Number) row[11]).longValue(),
                software,
                ((Number) row[15]).intValue());
    }

    /** @return how many calls were deleted */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        var date = clock.instant().minus(settings.callsKept());
        entities.createNativeQuery("delete from api_call_hour where hour < :date")
                .setParameter("date", date)
                .executeUpdate();
        return entities.createNativeQuery("delete from api_call where ended_at < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
