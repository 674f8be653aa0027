package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationType;

/**
 * Filter of the register.
 *
 * @param type null for all
 * @param companyRegister null for all
 * @param maxResult maximum number of results
 */
public record OrganizationQuery(
        OrganizationType type, String companyRegister, OrganizationColumn order, int offset, int maxResult) {}
