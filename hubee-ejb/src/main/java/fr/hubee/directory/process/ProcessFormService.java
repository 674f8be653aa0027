package fr.hubee.directory.process;

import static java.util.Map.entry;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Manual changes of the catalogue by the national administrator, with strict checks. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class ProcessFormService {
    private static final ChangeStory STORY = new ChangeStory(Map.ofEntries(
            entry("name", "nom"),
            entry("description", "description"),
            entry("activated", "ouverte aux nouveaux abonnements"),
            entry("osl", "opérateur"),
            entry("attachments.formats", "formats de l’opérateur"),
            entry("attachments.siFormats", "formats du service instructeur"),
            entry("attachments.types", "types de pièces jointes"),
            entry("attachments.maxSize", "taille maximale en octets"),
            entry("attachments.encrypted", "fichiers protégés par un mot de passe"),
            entry("retention.fileDeletionStatus", "statut qui fait courir le délai"),
            entry("retention.fileDeletionDays", "jours avant l’effacement des fichiers"),
            entry("retention.archivingDays", "jours avant l’archivage"),
            entry("retention.folderDeletionDays", "jours avant la suppression"),
            entry("retention.portalFilesKept", "durée de garde des fichiers dans le portail"),
            entry("messageToTransmitter", "messages au demandeur"),
            entry("messageWithStatus", "message avec un changement de statut"),
            entry("authorizedAwaiting", "demandes de compléments"),
            entry("subscriptionValidation", "validation des abonnements"),
            entry("legalJustification", "fondement juridique"),
            entry("portal.neverRefused", "sans refus dans le portail"),
            entry("portal.sensitive", "démarche sensible")));

    @Inject
    ProcessRepository processes;

    @Inject
    OrganizationService organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** The démarche for its form, with the version that {@link #amend} requires. */
    public OpenedProcess open(Caller caller, String code) {
        var process = processes.find(code).orElseThrow(() -> NotFound.of("Process"));
        return new OpenedProcess(code, process.version(), process.details(), ProcessForm.of(code, process.details()));
    }

    /**
     * @throws InvalidRequest with the messages of {@link ProcessForm#problems()}
     * @throws Conflict when the code is taken
     */
    @RecentSecondFactor
    public String register(Caller caller, ProcessForm form) {
        var details = form.create();
        var code = form.get(ProcessField.CODE);
        if (!processes.isFree(code)) {
            throw new Conflict("La démarche " + code + " existe déjà : modifiez celle qui existe.");
        }
        requireOwner(details);
        var process = new Process(code, details, clock.instant());
        processes.add(process);
        journal.record(Act.by(caller, AuditAction.PROCESS_CREATED)
                .on(details.osl(), code)
                .version(process.version())
                .changing(null, details));
        return code;
    }

    /**
     * Changes everything except the code.
     *
     * @param version the one that was opened
     * @return the new version
     * @throws InvalidRequest with the messages of {@link ProcessForm#problemsOfChange}
     * @throws Conflict with the concurrent changes, if there were any
     */
    @RecentSecondFactor
    public long amend(Caller caller, String code, long version, ProcessForm form) {
        var process = processes.requireForUpdate(code);
        journal.requireUnchanged(code, version, process.version(), STORY);
        var before = process.details();
        var after = form.change(before);
        if (after.equals(before)) {
            return version;
        }
        requireOwner(after);
        process.change(after, clock.instant());
        processes.flush();
        journal.record(Act.by(caller, AuditAction.PROCESS_CHANGED)
                .on(after.osl(), code)
                .version(process.version())
                .changing(before, after));
        return process.version();
    }

    /** The owner must be a registered operator. */
    private void requireOwner(ProcessDetails details) {
        if (details.osl().type() != OrganizationType.OSL) {
            throw new InvalidRequest("Une démarche appartient à un opérateur (type OSL) : choisissez-en un.");
        }
        if (!organizations.exists(details.osl())) {
            throw new InvalidRequest("L’opérateur " + details.osl() + " n’existe pas : créez-le d’abord.");
        }
    }
}
