package fr.hubee.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The business key of an organisation, written {@code SI-22770001000019-77372} in addresses and messages
 * (specification §2.1).
 *
 * <p>It stands here and not with the organisations because it is also who a {@link fr.hubee.security.Caller} is.
 */
@Embeddable
public record OrganizationKey(
        @Enumerated(EnumType.STRING) @Column(name = "organization_type")
        OrganizationType type,

        @Column(name = "company_register") String companyRegister,
        @Column(name = "branch_code") String branchCode) {

    @Override
    public String toString() {
        return type + "-" + companyRegister + "-" + branchCode;
    }
}
