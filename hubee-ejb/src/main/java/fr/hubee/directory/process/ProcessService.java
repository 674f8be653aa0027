package fr.hubee.directory.process;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The catalogue of démarches. */
@Stateless
public class ProcessService {
    @Inject
    ProcessRepository processes;

    @Inject
    OrganizationService organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Adds the démarche, unless it exists: later changes by an administrator are kept. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(String code, ProcessDetails details) {
        if (processes.isFree(code)) {
            processes.add(new Process(code, details, clock.instant()));
        }
    }

    @RolesAllowed(Roles.ADMIN)
    @RecentSecondFactor
    public RegisteredProcess create(Caller caller, String code, ProcessDetails details) {
        if (!processes.isFree(code)) {
            throw new InvalidRequest("Process " + code + " already exists");
        }
        requireOwner(details);
        var process = new Process(code, details, clock.instant());
        processes.add(process);
        journal.record(Act.by(caller, AuditAction.PROCESS_CREATED)
                .on(details.osl(), code)
                .version(process.version())
                .changing(null, details));
        return process.registered();
    }

    /** Changes a démarche; settings that the API does not contain stay as they are. */
    @RolesAllowed(Roles.ADMIN)
    @RecentSecondFactor
    public RegisteredProcess change(Caller caller, String code, ProcessDetails wanted) {
        var process = processes.requireForUpdate(code);
        requireOwner(wanted);
        var before = process.details();
        var details = wanted.keeping(before);
        process.change(details, clock.instant());
        processes.flush();
        journal.record(Act.by(caller, AuditAction.PROCESS_CHANGED)
                .on(details.osl(), code)
                .version(process.version())
                .changing(before, details));
        return process.registered();
    }

    private void requireOwner(ProcessDetails details) {
        if (!organizations.exists(details.osl())) {
            throw new InvalidRequest("Organization " + details.osl() + " does not exist");
        }
    }

    /** Returns one démarche, if the caller may see it. */
    @RolesAllowed({Roles.OSL, Roles.ADMIN})
    public RegisteredProcess read(Caller caller, String code) {
        var process = processes.find(code).orElseThrow(() -> NotFound.of("Process"));
        if (!caller.covers(code)) {
            throw new NotAllowed().on(code);
        }
        return process.registered();
    }

    /** @param companyRegister of the operators of the démarches; null for all */
    @RolesAllowed(Roles.ADMIN)
    public List<RegisteredProcess> list(ProcessColumn order, String companyRegister) {
        return processes.list(order, companyRegister);
    }

    @RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN, Roles.DATAPASS, Roles.BATCH, Roles.PERSON})
    public Optional<ProcessDetails> find(String code) {
        return processes.find(code).map(Process::details);
    }

    /** The codes of the démarches that an operator owns. Open to all: it is called during authentication. */
    @PermitAll
    public List<String> codesOf(OrganizationKey osl) {
        return processes.codesOf(osl);
    }
}
