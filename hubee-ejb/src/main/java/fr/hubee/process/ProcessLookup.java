package fr.hubee.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the catalogue whole, for other features of this module, which answer for who may ask. */
@Dependent
public class ProcessLookup {
    @Inject
    ProcessRepository processes;

    /** How long each démarche keeps things, by its code. */
    public Map<String, RetentionRules> retentionRules() {
        return processes.list(ProcessColumn.CODE, null).stream()
                .collect(Collectors.toMap(
                        RegisteredProcess::code, each -> each.details().retention()));
    }
}
