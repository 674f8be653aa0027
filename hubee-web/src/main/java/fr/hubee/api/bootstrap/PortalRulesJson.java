package fr.hubee.api.bootstrap;

import fr.hubee.process.PortalRules;
import fr.hubee.process.ProcessDetails;

/** What the catalogue tells of a démarche beyond the contract's words. */
record PortalRulesJson(Boolean neverRefused) {

    ProcessDetails over(ProcessDetails details) {
        return details.with(new PortalRules(Boolean.TRUE.equals(neverRefused)));
    }
}
