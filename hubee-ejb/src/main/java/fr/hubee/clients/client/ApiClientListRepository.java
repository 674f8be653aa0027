package fr.hubee.clients.client;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;

/** The list of all clients, for pages. */
@Dependent
class ApiClientListRepository {
    static final String FROM = """
             from ApiClient c join Organization o on o.key = c.organization
                left join ClientUse u on u.clientId = c.clientId""";

    static final String SELECT = """
            select new fr.hubee.clients.client.ApiClientLine(c.clientId, c.scope, c.organization, o.name, c.processCodes,
                c.subscriptionId, c.createdAt, c.revokedAt, c.callsPerSecond, u.usedAt, u.address, u.software)""";

    @PersistenceContext
    EntityManager entities;

    Page<ApiClientLine> page(ApiClientQuery query) {
        var conditions = conditions(query);
        var jpql = SELECT + FROM + conditions.where() + query.order();
        var items = conditions
                .bind(entities.createQuery(jpql, ApiClientLine.class))
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        var count = conditions.bind(entities.createQuery("select count(c)" + FROM + conditions.where(), Long.class));
        return new Page<>(items, query.offset(), count.getSingleResult());
    }

    Optional<ApiClientLine> find(String clientId) {
        var conditions = new Conditions().and("c.clientId = :id", "id", clientId);
        return conditions
                .bind(entities.createQuery(SELECT + FROM + conditions.where(), ApiClientLine.class))
                .getResultStream()
                .findFirst();
    }

    private static Conditions conditions(ApiClientQuery query) {
        return new Conditions()
                .and("c.scope = :scope", "scope", query.scope())
                .and("c.organization = :organization", "organization", query.organization())
                .and("(locate(:text, lower(c.clientId)) > 0 or locate(:text, lower(o.name)) > 0)", "text", text(query))
                .and("case when c.revokedAt is null then false else true end = :revoked", "revoked", query.revoked())
                .and("coalesce(u.usedAt, c.createdAt) < :idle", "idle", query.idleSince());
    }

    private static String text(ApiClientQuery query) {
        return query.text() == null ? null : query.text().strip().toLowerCase(Locale.FRENCH);
    }
}
