package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationKey;

/**
 * The planned change for a line of a file.
 *
 * @param key null when the line is refused
 * @param before the current data; null for a new organisation
 * @param after the data after the import
 */
record PlannedLine(ImportLine report, OrganizationKey key, OrganizationDetails before, OrganizationDetails after) {

    boolean isNew() {
        return report.outcome() == ImportOutcome.CREATED;
    }

    boolean isChange() {
        return report.outcome() == ImportOutcome.UPDATED;
    }
}
