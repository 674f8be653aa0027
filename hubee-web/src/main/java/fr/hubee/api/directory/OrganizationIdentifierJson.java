package fr.hubee.api.directory;

import fr.hubee.api.http.ContractForms.BranchCode;
import fr.hubee.api.http.ContractForms.CompanyRegister;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.validation.constraints.NotNull;

/** The key of an organisation (specification §2.1). */
public record OrganizationIdentifierJson(
        @NotNull OrganizationType type,
        @NotNull @CompanyRegister String companyRegister,
        @NotNull @BranchCode String branchCode) {

    public static OrganizationIdentifierJson from(OrganizationKey key) {
        return new OrganizationIdentifierJson(key.type(), key.companyRegister(), key.branchCode());
    }

    public OrganizationKey toKey() {
        return new OrganizationKey(type, companyRegister, branchCode);
    }
}
