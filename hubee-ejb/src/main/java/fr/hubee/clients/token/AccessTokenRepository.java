package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

@Dependent
class AccessTokenRepository {

    @PersistenceContext
    EntityManager entities;

    void add(AccessToken token) {
        entities.persist(token);
    }

    /**
     * The holder of a valid token; empty when the client or the proof used for it was revoked or has expired, or when
     * the client now requires another kind of proof.
     *
     * @param holder makes it of the client and the thumbprint of the certificate that the token is bound to; null when it is not bound
     */
    <T> Optional<T> holderOf(String tokenHash, Instant now, BiFunction<ApiClient, String, T> holder) {
        return entities.createQuery("""
                        select c, x.thumbprint
                        from AccessToken t join ApiClient c on c.clientId = t.clientId
                            left join ClientSecret s on s.id = t.secretId
                            left join ClientCertificate x on x.id = t.certificateId
                        where t.tokenHash = :hash and t.expiresAt > :now and c.revokedAt is null
                          and (t.keyId is not null or c.secretsRefused = false and s.id is not null
                              and (s.expiresAt is null or s.expiresAt > :now))
                          and (x.id is not null or c.certificateRequired = false)""", Object[].class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(row -> holder.apply((ApiClient) row[0], (String) row[1]));
    }

    int removeExpired(Instant now) {
        return entities.createQuery("delete from AccessToken t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
