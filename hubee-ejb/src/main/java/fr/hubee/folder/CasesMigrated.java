package fr.hubee.folder;

import fr.hubee.shared.OrganizationKey;
import java.util.Set;

/** The cases of some démarches were handed over to another organisation; heard in the same transaction. */
public record CasesMigrated(OrganizationKey source, OrganizationKey target, Set<String> processCodes) {}
