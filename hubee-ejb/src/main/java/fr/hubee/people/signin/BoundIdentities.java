package fr.hubee.people.signin;

import fr.hubee.kernel.shared.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Provider identities that are bound to an account. */
@Dependent
public class BoundIdentities {
    @PersistenceContext
    EntityManager entities;

    public Optional<BoundIdentity> find(BoundIdentity.Id id) {
        return Optional.ofNullable(entities.find(BoundIdentity.class, id));
    }

    /** The account's identity at this provider. */
    public Optional<BoundIdentity> of(String issuer, UUID accountId) {
        return entities.createQuery(
                        "select b from BoundIdentity b where b.id.issuer = :issuer and b.accountId = :account",
                        BoundIdentity.class)
                .setParameter("issuer", issuer)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** Serialises first sign-ins, which are rare, so that an identity is bound once. */
    public void awaitTurn(String issuer) {
        Turn.await(entities, "identities of " + issuer);
    }

    public void add(BoundIdentity bound) {
        entities.persist(bound);
    }
}
