package fr.hubee.clients.client;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records which credentials merges have moved or revoked. */
@Dependent
class MergedClientRepository {

    @PersistenceContext
    EntityManager entities;

    void add(UUID merge, UUID subscription, ApiClient client, boolean revoked) {
        entities.createNativeQuery("""
                        insert into merged_client (merge_id, client_id, subscription_id, revoked, proven_since)
                        values (:merge, :client, :subscription, :revoked, :since)""")
                .setParameter("merge", merge)
                .setParameter("client", client.clientId())
                .setParameter("subscription", subscription)
                .setParameter("revoked", revoked)
                .setParameter("since", client.newestSecretAt())
                .executeUpdate();
    }

    CredentialReturn fate(UUID merge, UUID subscription, ApiClient now) {
        List<?> rows = entities.createNativeQuery("""
                        select client_id, proven_since from merged_client
                        where merge_id = :merge and subscription_id = :subscription""", Object[].class)
                .setParameter("merge", merge)
                .setParameter("subscription", subscription)
                .getResultList();
        var then = rows.isEmpty() ? new Object[2] : (Object[]) rows.get(0);
        return CredentialReturn.of(
                subscription, now.clientId(), now.newestSecretAt(), (String) then[0], (Instant) then[1]);
    }

    long revoked(UUID merge) {
        var count = entities.createNativeQuery("select count(*) from merged_client where merge_id = :merge and revoked")
                .setParameter("merge", merge)
                .getSingleResult();
        return ((Number) count).longValue();
    }
}
