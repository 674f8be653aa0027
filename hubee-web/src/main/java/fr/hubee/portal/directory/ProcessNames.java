package fr.hubee.portal.directory;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Names of démarches of which only the code is known. */
@Named
@RequestScoped
public class ProcessNames {
    @Inject
    ProcessService processes;

    private final Map<String, String> known = new HashMap<>();

    /** Returns the code and the name of a démarche; the code alone when it no longer exists. */
    public String of(String code) {
        return known.computeIfAbsent(
                code,
                any -> processes
                        .find(code)
                        .map(ProcessDetails::title)
                        .map(title -> code + " – " + title)
                        .orElse(code));
    }
}
