package fr.hubee.directory.organization;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The register of organisations. */
@Stateless
public class OrganizationService {
    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Registers the organisation, unless it exists: later changes by an administrator are kept. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(OrganizationKey key, OrganizationDetails details) {
        if (organizations.isFree(key)) {
            organizations.add(new Organization(key, details, clock.instant()));
        }
    }

    /** @throws InvalidRequest with the contract's text when the key is taken */
    @RolesAllowed({Roles.ADMIN, Roles.DATAPASS})
    public RegisteredOrganization create(Caller caller, OrganizationKey key, OrganizationDetails details) {
        if (!organizations.isFree(key)) {
            throw new InvalidRequest("Organization " + key + " already exists");
        }
        if (OrganizationKey.parse(key.toString()).isEmpty()) { // it would have no API address
            throw new InvalidRequest("Organization " + key + " has no branchCode");
        }
        var organization = new Organization(key, details, clock.instant());
        organizations.add(organization);
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CREATED)
                .on(key, key)
                .version(organization.version())
                .changing(null, details));
        return read(key);
    }

    @RolesAllowed(Roles.ADMIN)
    public RegisteredOrganization change(Caller caller, OrganizationKey key, OrganizationDetails wanted) {
        var organization = organizations.requireForUpdate(key);
        var before = organization.details();
        var details = wanted.withPopulation(before.population());
        organization.change(details, clock.instant());
        organizations.flush();
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CHANGED)
                .on(key, key)
                .version(organization.version())
                .changing(before, details));
        return read(key);
    }

    @RolesAllowed({Roles.ADMIN, Roles.DATAPASS})
    public RegisteredOrganization read(OrganizationKey key) {
        return organizations.registered(key).orElseThrow(() -> NotFound.of("Organization"));
    }

    @RolesAllowed({Roles.ADMIN, Roles.DATAPASS})
    public List<RegisteredOrganization> list(OrganizationQuery query) {
        return organizations.list(query);
    }

    /** The search of the national administrator, page by page. */
    @RolesAllowed(Roles.ADMIN)
    public Page<RegisteredOrganization> page(Caller caller, OrganizationSearch search) {
        return organizations.page(search);
    }

    /** The software editors that a subscription may name, sorted by name. */
    @RolesAllowed(Roles.PERSON)
    public List<NamedOrganization> editors() {
        return organizations.active(OrganizationType.EDT);
    }

    @RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN, Roles.DATAPASS, Roles.BATCH, Roles.PERSON})
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
