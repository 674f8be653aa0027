package fr.hubee.directory.process;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of démarches, for the API and for the forms of the national administrator, which are checked more strictly. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class ProcessService {
    private static final ChangeStory STORY = new ChangeStory(Stream.of(ProcessField.values())
            .filter(field -> field != ProcessField.CODE)
            .collect(Collectors.toMap(ProcessField::path, ProcessField::inSentence)));

    @Inject
    ProcessRepository processes;

    @Inject
    OrganizationService organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Adds the démarche, unless it exists: later changes by an administrator are kept. */
    @RolesAllowed(RoleNames.BATCH)
    public void addIfAbsent(String code, ProcessDetails details) {
        if (processes.isFree(code)) {
            processes.add(new Process(code, details, clock.instant()));
        }
    }

    @RecentSecondFactor
    public RegisteredProcess create(Caller caller, String code, ProcessDetails details) {
        if (!processes.isFree(code)) {
            throw new InvalidRequest("Process " + code + " already exists");
        }
        requireOwner(details);
        return add(caller, code, details).registered();
    }

    private Process add(Caller caller, String code, ProcessDetails details) {
        var process = new Process(code, details, clock.instant());
        processes.add(process);
        journal.record(Act.by(caller, AuditAction.PROCESS_CREATED)
                .on(details.osl(), code)
                .version(process.version())
                .changing(null, details));
        return process;
    }

    /** Changes a démarche; settings that the API does not contain stay as they are. */
    @RecentSecondFactor
    public RegisteredProcess change(Caller caller, String code, ProcessDetails wanted) {
        var process = processes.requireForUpdate(code);
        requireOwner(wanted);
        replace(caller, process, wanted.keeping(process.details()));
        return process.registered();
    }

    private void replace(Caller caller, Process process, ProcessDetails after) {
        var before = process.details();
        process.change(after, clock.instant());
        processes.flush();
        journal.record(Act.by(caller, AuditAction.PROCESS_CHANGED)
                .on(after.osl(), process.code())
                .version(process.version())
                .changing(before, after));
    }

    private void requireOwner(ProcessDetails details) {
        if (!organizations.exists(details.osl())) {
            throw new InvalidRequest("Organization " + details.osl() + " does not exist");
        }
    }

    @RolesAllowed({RoleNames.OSL, RoleNames.ADMIN})
    public RegisteredProcess read(Caller caller, String code) {
        var process = processes.find(code).orElseThrow(() -> NotFound.of("Process"));
        if (!caller.covers(code)) {
            throw new NotAllowed().because("NOT_COVERED", caller.name(), code).on(code);
        }
        return process.registered();
    }

    /** @param companyRegister of the operators of the démarches; null for all */
    public List<RegisteredProcess> list(ProcessColumn order, String companyRegister) {
        return processes.list(order, companyRegister);
    }

    @RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN, RoleNames.DATAPASS, RoleNames.BATCH, RoleNames.PERSON})
    public Optional<ProcessDetails> find(String code) {
        return processes.find(code).map(Process::details);
    }

    /** The codes of the démarches that an operator owns. Open to all: it is called during authentication. */
    @PermitAll
    public List<String> codesOf(OrganizationKey osl) {
        return processes.codesOf(osl);
    }

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
            throw new Conflict(Words.text("directory.process.taken", code));
        }
        requireOperator(details);
        add(caller, code, details);
        return code;
    }

    /**
     * Changes everything except the code.
     *
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
        requireOperator(after);
        replace(caller, process, after);
        return process.version();
    }

    /** The owner must be a registered operator. */
    private void requireOperator(ProcessDetails details) {
        if (details.osl().type() != OrganizationType.OSL) {
            throw new InvalidRequest(Words.text("directory.process.noOperator"));
        }
        if (!organizations.exists(details.osl())) {
            throw new InvalidRequest(Words.text("directory.process.unknownOperator", details.osl()));
        }
    }

    /** A démarche opened for a change, with the state that was shown. */
    public record OpenedProcess(String code, long version, ProcessDetails details, ProcessForm form) {}

    public record RegisteredProcess(String code, ProcessDetails details, Instant createdAt, Instant updatedAt) {}
}
