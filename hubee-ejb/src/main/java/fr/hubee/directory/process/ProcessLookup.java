package fr.hubee.directory.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the whole catalogue for other features of this module; the calling feature checks the permissions. */
@Dependent
public class ProcessLookup {
    @Inject
    ProcessRepository processes;

    /** The retention rules of each démarche, by its code. */
    public Map<String, RetentionRules> retentionRules() {
        return processes.list(ProcessColumn.CODE, null).stream()
                .collect(Collectors.toMap(
                        RegisteredProcess::code, each -> each.details().retention()));
    }
}
