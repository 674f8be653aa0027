package fr.hubee.directory.organization;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Manual changes of the register by the national administrator, with strict checks. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class OrganizationFormService {
    private static final ChangeStory STORY = new ChangeStory(Map.of(
            "name", "nom",
            "code", "sigle",
            "country", "pays",
            "postalCode", "code postal",
            "territory", "territoire",
            "email", "courriel",
            "phoneNumber", "téléphone",
            "status", "statut",
            "population", "population"));

    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

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
        return "L’organisation " + key + " existe déjà : modifiez celle qui existe.";
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
        var organization = new Organization(key, details, clock.instant());
        organizations.add(organization);
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CREATED)
                .on(key, key)
                .version(organization.version())
                .changing(null, organization.details()));
        return key;
    }

    /**
     * Changes everything except the key.
     *
     * @param version the one that was opened
     * @return the new version
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
        organization.change(after, clock.instant());
        organizations.flush();
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CHANGED)
                .on(key, key)
                .version(organization.version())
                .changing(before, after));
        return organization.version();
    }
}
