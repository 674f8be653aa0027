package fr.hubee.exchange.folder;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Set;

/** The cases of some démarches were moved to another organisation; observed in the same transaction. */
public record CasesMigrated(OrganizationKey source, OrganizationKey target, Set<String> processCodes) {}
