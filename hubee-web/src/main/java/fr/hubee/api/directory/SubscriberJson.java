package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.validation.constraints.NotNull;

/** The subscribing organisation: its key, and in answers also its name. */
public record SubscriberJson(
        @NotNull OrganizationType type,
        @NotNull @CompanyRegister String companyRegister,
        @NotNull @BranchCode String branchCode,
        @JsonProperty(access = Access.READ_ONLY) String name) {

    static SubscriberJson from(OrganizationKey key, String name) {
        return new SubscriberJson(key.type(), key.companyRegister(), key.branchCode(), name);
    }

    public OrganizationKey toKey() {
        return new OrganizationKey(type, companyRegister, branchCode);
    }
}
