package fr.hubee.clients.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The keys and certificates of clients, and the used assertions. */
@Dependent
public class KeysAndCertificates {
    @PersistenceContext
    EntityManager entities;

    public List<ClientKey> keys(String clientId) {
        return entities.createQuery(
                        "select k from ClientKey k where k.clientId = :client order by k.id", ClientKey.class)
                .setParameter("client", clientId)
                .getResultList();
    }

    public List<ClientCertificate> certificates(String clientId) {
        return entities.createQuery(
                        "select c from ClientCertificate c where c.clientId = :client order by c.id",
                        ClientCertificate.class)
                .setParameter("client", clientId)
                .getResultList();
    }

    void add(ClientKey key) {
        entities.persist(key);
    }

    void add(ClientCertificate certificate) {
        entities.persist(certificate);
    }

    /** @return how many were removed */
    int removeKey(String clientId, UUID id) {
        return entities.createQuery("delete from ClientKey k where k.id = :id and k.clientId = :client")
                .setParameter("id", id)
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** @return how many were removed */
    int removeCertificate(String clientId, UUID id) {
        return entities.createQuery("delete from ClientCertificate c where c.id = :id and c.clientId = :client")
                .setParameter("id", id)
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** @return false when it was already used, on any node */
    public boolean isFirstUse(String clientId, String assertion, Instant goodUntil) {
        return entities.createNativeQuery("""
                        insert into client_assertion (client_id, assertion_hash, good_until) values (:client, :hash, :end)
                        on conflict do nothing""")
                        .setParameter("client", clientId)
                        .setParameter("hash", assertion)
                        .setParameter("end", goodUntil)
                        .executeUpdate()
                == 1;
    }

    public int forgetAssertionsBefore(Instant date) {
        return entities.createNativeQuery("delete from client_assertion where good_until < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
