package fr.hubee.clients.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

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
     */
    Optional<HeldToken> holderOf(String tokenHash, Instant now) {
        return entities.createQuery("""
                        select new fr.hubee.clients.token.HeldToken(c, x.thumbprint)
                        from AccessToken t join ApiClient c on c.clientId = t.clientId
                            left join ClientSecret s on s.id = t.secretId
                            left join ClientCertificate x on x.id = t.certificateId
                        where t.tokenHash = :hash and t.expiresAt > :now and c.revokedAt is null
                          and (t.keyId is not null or c.secretsRefused = false and s.id is not null
                              and (s.expiresAt is null or s.expiresAt > :now))
                          and (x.id is not null or c.certificateRequired = false)""", HeldToken.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    int removeExpired(Instant now) {
        return entities.createQuery("delete from AccessToken t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
