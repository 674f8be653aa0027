package fr.hubee.process;

import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
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
    Clock clock;

    /** Adds the démarche, unless it is known: what an administrator changed since stays as it is. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(String code, ProcessDetails details) {
        if (processes.find(code).isEmpty()) {
            processes.add(new Process(code, details, clock.instant()));
        }
    }

    @RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN, Roles.BATCH})
    public Optional<ProcessDetails> find(String code) {
        return processes.find(code).map(Process::details);
    }

    /** The codes of the démarches that an operator owns. Open to all: it is asked while a caller is being known. */
    @PermitAll
    public List<String> codesOf(OrganizationKey osl) {
        return processes.codesOf(osl);
    }
}
