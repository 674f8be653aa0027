package fr.hubee.clients.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

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

    /** @param proof a key or a certificate */
    void add(Object proof) {
        entities.persist(proof);
    }

    /** @param proof one that was read in this transaction */
    void remove(Object proof) {
        entities.remove(proof);
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
