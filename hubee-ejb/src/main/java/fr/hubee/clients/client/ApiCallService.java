package fr.hubee.clients.client;

import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The last calls of clients, for who may read their subscription; of clients without one, for who may manage them. */
@Stateless
public class ApiCallService {
    private static final String LINES = """
            select client_id, ended_at, request_id, operation, status, reason, message, took, received, sent,
                editor_name, application_name, software_version from api_call""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ApiClientStore clients;

    @Inject
    SubscriptionAccess subscriptions;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    /**
     * Returns calls of one client, the newest first.
     *
     * @param refused true for the refused ones only; null for all
     * @param requestId of one call; null for all
     */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
    public Page<ApiCall> page(
            Caller caller, String clientId, Boolean refused, String requestId, int offset, int maxResult) {
        requireReach(caller, clientId);
        var conditions = new Conditions()
                .and("client_id = :client", "client", clientId)
                .and("(status >= 400) = :refused", "refused", refused)
                .and("request_id = :request", "request", requestId);
        List<?> rows = conditions
                .bind(entities.createNativeQuery(
                        LINES + conditions.where() + " order by ended_at desc, id desc", Object[].class))
                .setFirstResult(offset)
                .setMaxResults(maxResult)
                .getResultList();
        var count = conditions.bind(
                entities.createNativeQuery("select count(*) from api_call" + conditions.where(), Long.class));
        return new Page<>(
                rows.stream().map(row -> call((Object[]) row)).toList(), offset, (Long) count.getSingleResult());
    }

    private void requireReach(Caller caller, String clientId) {
        var client = clients.find(clientId).orElseThrow(() -> NotFound.of("Client"));
        client.subscription()
                .ifPresentOrElse(
                        subscription -> subscriptions.readable(caller, subscription), () -> requireOwn(caller, client));
    }

    /** Lets the business administrators of an operator see its own software, whose secrets they do not manage. */
    private static void requireOwn(Caller caller, ApiClient client) {
        boolean own = caller.is(RoleNames.BUSINESS) && client.organization().equals(caller.organization());
        if (!own) {
            CredentialPolicy.requireReach(caller, client);
        }
    }

    private static ApiCall call(Object[] row) {
        var software = new PartnerInfo((String) row[10], (String) row[11], (String) row[12]);
        return new ApiCall(
                (String) row[0],
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                (String) row[5],
                (String) row[6],
                ((Number) row[7]).intValue(),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                software);
    }

    /** @return how many calls were deleted */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return entities.createNativeQuery("delete from api_call where ended_at < :date")
                .setParameter("date", clock.instant().minus(settings.callsKept()))
                .executeUpdate();
    }
}
