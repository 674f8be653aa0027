package fr.hubee.people.account;

import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.identity.Identity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;

/**
 * A person's account at the portal. The person acts for one organisation, as one type of actor (specification §1.2,
 * §2.11).
 *
 * <p>Life cycle: created with the default roles of its type; rights changed later; deactivated, and possibly
 * reactivated. It is never deleted, and its e-mail, which is the login, never changes. {@link Actor} and {@link
 * RightsPolicy} define who may change it, and how.
 */
@Entity
public class Account {
    @Id
    private UUID id;

    @Version
    private long version;

    @NaturalId
    private String email;

    @Enumerated(EnumType.STRING)
    private ActorType actorType;

    @Embedded
    private OrganizationKey organization;

    @Embedded
    private Identity identity;

    private String[] roles;
    private String[] processCodes;
    private boolean datapass;
    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    Account() {}

    /** @param email in lower case */
    Account(
            String email,
            OrganizationKey organization,
            Identity identity,
            ActorType actorType,
            Set<String> processCodes,
            Instant now) {
        this.id = UuidV7.next();
        this.email = email;
        this.organization = organization;
        this.identity = identity;
        take(new Rights(actorType, actorType.defaultRoles(), processCodes));
        this.active = true;
        this.createdAt = now;
    }

    static Account fromSubscription(String email, OrganizationKey organization, Identity identity, Instant now) {
        var account = new Account(email, organization, identity, ActorType.LOCAL_ADMINISTRATOR, Set.of(), now);
        account.datapass = true;
        return account;
    }

    void identify(Identity person, Instant now) {
        identity = person;
        updatedAt = now;
    }

    void grant(Rights rights, Instant now) {
        take(rights);
        updatedAt = now;
    }

    private void take(Rights rights) {
        actorType = rights.actorType();
        roles = rights.roles().stream().map(Role::name).toArray(String[]::new);
        processCodes = rights.processCodes().toArray(String[]::new);
    }

    void activate(boolean comesIn, Instant now) {
        active = comesIn;
        updatedAt = now;
    }

    void moveTo(OrganizationKey successor, Instant now) {
        organization = successor;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String email() {
        return email;
    }

    ActorType actorType() {
        return actorType;
    }

    OrganizationKey organization() {
        return organization;
    }

    boolean isActive() {
        return active;
    }

    /** @param refusal the message otherwise */
    void requireActive(boolean wanted, String refusal) {
        if (active != wanted) {
            throw new InvalidRequest(refusal);
        }
    }

    Identity identity() {
        return identity;
    }

    Rights rights() {
        return new Rights(actorType, Role.named(roles), Set.of(processCodes));
    }

    String name() {
        return identity.firstName() + " " + identity.lastName();
    }

    AccountDetail detail(String organizationName) {
        return new AccountDetail(
                id,
                version,
                email,
                organization,
                organizationName,
                identity,
                rights(),
                datapass,
                active,
                createdAt,
                updatedAt);
    }

    /**
     * @param covered the démarches that the person can access, see {@link Habilitations}
     * @param replaced the colleagues whom she replaces today
     */
    KnownAccount known(Set<String> covered, List<Replaced> replaced) {
        return new KnownAccount(
                id,
                email,
                actorType,
                organization,
                identity.firstName(),
                identity.lastName(),
                rights().roles(),
                covered,
                active,
                replaced);
    }
}
