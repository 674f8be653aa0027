package fr.hubee.organization;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.ChangeStory;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** The register of organisations as the national administrator keeps it by hand: what is typed is checked strictly. */
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
            "status", "statut"));

    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** The organisation as its form shows it, and the version that {@link #amend} asks for. */
    public OpenedOrganization open(Caller caller, OrganizationKey key) {
        var organization = organizations.find(key).orElseThrow(() -> NotFound.of("Organization"));
        return new OpenedOrganization(key, organization.version(), OrganizationForm.of(key, organization.details()));
    }

    /**
     * @throws InvalidRequest with the sentences of {@link OrganizationForm#problems()}
     * @throws Conflict when the key is taken
     */
    public OrganizationKey register(Caller caller, OrganizationForm form) {
        OrganizationForm.refuse(form.problems());
        var key = form.key();
        if (!organizations.isFree(key)) {
            throw new Conflict("L’organisation " + key + " existe déjà : modifiez celle qui existe.");
        }
        var organization = new Organization(key, form.over(null), clock.instant());
        organizations.add(organization);
        journal.record(Act.by(caller, AuditAction.ORGANIZATION_CREATED)
                .on(key, key)
                .version(organization.version())
                .changing(null, organization.details()));
        return key;
    }

    /**
     * Changes all but the key.
     *
     * @param version the one that was opened
     * @return the new version
     * @throws InvalidRequest with the sentences of {@link OrganizationForm#problemsOfChange}
     * @throws Conflict when it has changed since, and tells what
     */
    public long amend(Caller caller, OrganizationKey key, long version, OrganizationForm form) {
        var organization = organizations.requireForUpdate(key);
        if (organization.version() != version) {
            throw new Conflict(STORY.tell(journal.since(key, version)));
        }
        var before = organization.details();
        OrganizationForm.refuse(form.problemsOfChange(before));
        var after = form.over(before);
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
