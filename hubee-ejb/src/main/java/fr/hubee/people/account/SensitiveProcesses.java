package fr.hubee.people.account;

import fr.hubee.directory.process.ProcessLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the démarches of a person that require a second factor (specification §9.3). */
@Dependent
public class SensitiveProcesses {
    @Inject
    ProcessLookup processes;

    public Set<String> of(KnownAccount account) {
        return account.reachedProcesses().stream().filter(this::isSensitive).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSensitive(String code) {
        return processes
                .find(code)
                .filter(process -> process.portal().sensitive())
                .isPresent();
    }
}
