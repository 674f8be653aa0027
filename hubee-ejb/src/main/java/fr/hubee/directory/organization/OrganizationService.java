package fr.hubee.directory.organization;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of organisations, for the API and for the forms of the national administrator, which are checked more strictly. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class OrganizationService {
    private static final ChangeStory STORY = new ChangeStory(Stream.of(OrganizationField.values())
            .filter(field -> !field.isOfKey())
            .collect(Collectors.toMap(
                    OrganizationField::component, field -> field.label().toLowerCase(Locale.FRENCH))));

    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Registers the organisation, unless it exists: later changes by an administrator are kept. */
    @RolesAllowed(RoleNames.BATCH)
    public void addIfAbsent(OrganizationKey key, OrganizationDetails details) {
        if (organizations.isFree(key)) {
            organizations.add(new Organization(key, details, clock.instant()));
        }
    }

    /** @throws InvalidRequest with the contract's text when the key is taken */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.DATAPASS})
    public RegisteredOrganization create(Caller caller, OrganizationKey key, OrganizationDetails details) {
        if (!organizations.isFree(key)) {
            throw new InvalidRequest("Organization " + key + " already exists");
        }
        if (OrganizationKey.parse(key.toString()).isEmpty()) { // it would have no API address
            throw new InvalidRequest("Organization " + key + " has no branchCode");
        }
        add(caller, key, details);
        return read(key);
    }

    private void add(Caller caller, OrganizationKey key, OrganizationDetails details) {
        var organization = new Organization(key, details, clock.instant());
        organizations.add(organization);
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CREATED)
                .on(key, key)
                .version(organization.version())
                .changing(null, details));
    }

    public RegisteredOrganization change(Caller caller, OrganizationKey key, OrganizationDetails wanted) {
        var organization = organizations.requireForUpdate(key);
        replace(
                caller,
                organization,
                wanted.withPopulation(organization.details().population()));
        return read(key);
    }

    private void replace(Caller caller, Organization organization, OrganizationDetails after) {
        var before = organization.details();
        organization.change(after, clock.instant());
        organizations.flush();
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CHANGED)
                .on(organization.key(), organization.key())
                .version(organization.version())
                .changing(before, after));
    }

    @RolesAllowed({RoleNames.ADMIN, RoleNames.DATAPASS})
    public RegisteredOrganization read(OrganizationKey key) {
        return organizations.registered(key).orElseThrow(() -> NotFound.of("Organization"));
    }

    /** @param type and {@code companyRegister} are null for all */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.DATAPASS})
    public List<RegisteredOrganization> list(
            OrganizationType type, String companyRegister, OrganizationColumn order, int offset, int maxResult) {
        return organizations.list(type, companyRegister, order, offset, maxResult);
    }

    public Page<RegisteredOrganization> page(Caller caller, OrganizationSearch search) {
        return organizations.page(search);
    }

    /** The software editors that a subscription may name, sorted by name. */
    @RolesAllowed(RoleNames.PERSON)
    public List<NamedOrganization> editors() {
        return organizations.active(OrganizationType.EDT);
    }

    @RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN, RoleNames.DATAPASS, RoleNames.BATCH, RoleNames.PERSON})
    public boolean exists(OrganizationKey key) {
        return organizations.find(key).isPresent();
    }

    /** @throws NotFound with the contract's text */
    @RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN, RoleNames.BATCH})
    public void require(OrganizationKey key) {
        if (!exists(key)) {
            throw NotFound.of("Organization");
        }
    }

    /** The organisation for its form, with the version that {@link #amend} requires. */
    public OpenedOrganization open(Caller caller, OrganizationKey key) {
        var organization = organizations.find(key).orElseThrow(() -> NotFound.of("Organization"));
        return new OpenedOrganization(key, organization.version(), OrganizationForm.of(key, organization.details()));
    }

    /** All that {@link #register} refuses, for its form. */
    public List<FieldProblem<OrganizationField>> problems(Caller caller, OrganizationForm form) {
        var checks = new FieldChecks<OrganizationField>().and(form.problems());
        if (form.problemsOfKey().isEmpty()) {
            checks.check(OrganizationField.COMPANY_REGISTER, () -> {
                if (!organizations.isFree(form.key())) {
                    throw new InvalidRequest(taken(form.key()));
                }
            });
        }
        return checks.problems();
    }

    private static String taken(OrganizationKey key) {
        return Words.text("directory.organization.taken", key);
    }

    /**
     * @throws InvalidRequest with the messages of {@link OrganizationForm#problems()}
     * @throws Conflict when the key is taken
     */
    public OrganizationKey register(Caller caller, OrganizationForm form) {
        var details = form.create();
        var key = form.key();
        if (!organizations.isFree(key)) {
            throw new Conflict(taken(key));
        }
        add(caller, key, details);
        return key;
    }

    /**
     * Changes everything except the key.
     *
     * @throws InvalidRequest with the messages of {@link OrganizationForm#problemsOfChange}
     * @throws Conflict with the concurrent changes, if there were any
     */
    public long amend(Caller caller, OrganizationKey key, long version, OrganizationForm form) {
        var organization = organizations.requireForUpdate(key);
        journal.requireUnchanged(key, version, organization.version(), STORY);
        var before = organization.details();
        var after = form.change(before);
        if (after.equals(before)) {
            return version;
        }
        replace(caller, organization, after);
        return organization.version();
    }

    /** An organisation opened for a change, with the state that was shown. */
    public record OpenedOrganization(OrganizationKey key, long version, OrganizationForm form) {}
}
