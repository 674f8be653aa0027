package fr.hubee.organization;

import fr.hubee.security.Roles;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The register of organisations. */
@Stateless
public class OrganizationService {
    @Inject
    OrganizationRepository organizations;

    @Inject
    Clock clock;

    /** Registers the organisation, unless it is known: what an administrator changed since stays as it is. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(OrganizationKey key, OrganizationDetails details) {
        if (!exists(key)) {
            organizations.add(new Organization(key, details, clock.instant()));
        }
    }

    @RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN, Roles.BATCH})
    public boolean exists(OrganizationKey key) {
        return organizations.find(key).isPresent();
    }

    /** @throws NotFound with the contract's text */
    @RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN, Roles.BATCH})
    public void require(OrganizationKey key) {
        if (!exists(key)) {
            throw NotFound.of("Organization");
        }
    }
}
