package fr.hubee.api.directory;

import fr.hubee.directory.process.PortalRules;
import fr.hubee.directory.process.ProcessDetails;
import jakarta.validation.constraints.Pattern;
import java.time.Period;

/** The rules of a démarche in the catalogue beyond the contract's words. */
record PortalRulesJson(
        Boolean neverRefused,
        Boolean sensitive,

        @Pattern(regexp = "P[1-9][0-9]{0,3}[MD]", message = "is no period such as P2M or P60D")
        String portalFilesKept) {

    ProcessDetails over(ProcessDetails details) {
        var kept = portalFilesKept == null ? null : Period.parse(portalFilesKept);
        var rules = new PortalRules(Boolean.TRUE.equals(neverRefused), Boolean.TRUE.equals(sensitive));
        return details.with(details.retention().with(kept), rules);
    }
}
