package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;

/**
 * What is to be done with a line of a file.
 *
 * @param key null when the line is refused
 * @param before what is known; null for a new organisation
 * @param after what the line makes of it
 */
record PlannedLine(ImportLine report, OrganizationKey key, OrganizationDetails before, OrganizationDetails after) {

    boolean isNew() {
        return report.outcome() == ImportOutcome.CREATED;
    }

    boolean isChange() {
        return report.outcome() == ImportOutcome.UPDATED;
    }
}
