package fr.hubee.account;

import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's account at the portal: she acts for one organisation, as one type of actor (specification §1.2, §2.11).
 *
 * <p>Its life: it is made with the roles of its type; its rights are tuned later; it is deactivated, and may be
 * activated again. It is never deleted, and its e-mail, which is its login, never changes.
 */
@Entity
@Table(name = "account")
public class Account {
    @Id
    private UUID id;

    @Version
    private long version;

    private String email;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_type")
    private ActorType actorType;

    @Embedded
    private OrganizationKey organization;

    private String civility;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String function;

    @Column(name = "phone_number")
    private String phoneNumber;

    @Column(name = "mobile_number")
    private String mobileNumber;

    private String[] roles;

    @Column(name = "process_codes")
    private String[] processCodes;

    private boolean datapass;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    Account() {}

    Account(String email, ActorType actorType, OrganizationKey organization, Instant now) {
        this.id = UuidV7.next();
        this.email = email;
        this.actorType = actorType;
        this.organization = organization;
        this.roles = names(actorType.defaultRoles());
        this.processCodes = new String[0];
        this.active = true;
        this.createdAt = now;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    public UUID id() {
        return id;
    }

    KnownAccount known() {
        return new KnownAccount(
                id,
                email,
                actorType,
                organization,
                firstName,
                lastName,
                Stream.of(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                new TreeSet<>(Set.of(processCodes)),
                active);
    }
}
