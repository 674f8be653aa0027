package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A party of the exchange (specification §2.2). It is never deleted; its key never changes. */
@Entity
@Table(name = "organization")
public class Organization {
    @EmbeddedId
    private OrganizationKey key;

    @Version
    private long version;

    private String name;
    private String code;
    private String country;

    private String postalCode;

    private String territory;
    private String email;

    private String phoneNumber;

    private String status;
    private Integer population;

    private Instant createdAt;

    private Instant updatedAt;

    Organization() {}

    Organization(OrganizationKey key, OrganizationDetails details, Instant now) {
        this.key = key;
        this.createdAt = now;
        take(details);
    }

    void change(OrganizationDetails details, Instant now) {
        take(details);
        updatedAt = now;
    }

    private void take(OrganizationDetails details) {
        name = details.name();
        code = details.code();
        country = details.country();
        postalCode = details.postalCode();
        territory = details.territory();
        email = details.email();
        phoneNumber = details.phoneNumber();
        status = details.status();
        population = details.population();
    }

    OrganizationDetails details() {
        return new OrganizationDetails(
                name, code, country, postalCode, territory, email, phoneNumber, status, population);
    }

    long version() {
        return version;
    }

    public OrganizationKey key() {
        return key;
    }
}
