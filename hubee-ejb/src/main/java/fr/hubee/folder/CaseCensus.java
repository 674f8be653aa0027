package fr.hubee.folder;

import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** Counts cases for other features of this module, which answer for who may ask. */
@Dependent
public class CaseCensus {
    @Inject
    CaseRepository cases;

    /** How many cases an organisation has of each démarche of which it has any. */
    public Map<String, Long> byProcess(OrganizationKey recipient) {
        return cases.countByProcess(recipient);
    }
}
