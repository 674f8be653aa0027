package fr.hubee.api.organization;

import fr.hubee.organization.OrganizationDetails;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An organisation (specification §2.2). */
public record OrganizationJson(
        @NotNull OrganizationType type,
        @NotNull @Pattern(regexp = "[0-9]{14}") String companyRegister,

        @NotNull @Size(max = 10) @Pattern(regexp = "[\\w-]*")
        String branchCode,

        @NotNull @Size(max = 100) String name,
        @Size(max = 10) String code,
        @Size(max = 100) String country,
        @NotNull @Size(max = 100) String postalCode,
        @NotNull @Size(max = 255) String territory,
        @Size(max = 320) String email,
        @Pattern(regexp = "\\+?[0-9]{10,20}") String phoneNumber,
        @NotNull @Size(max = 20) String status) {

    public OrganizationKey toKey() {
        return new OrganizationKey(type, companyRegister, branchCode);
    }

    public OrganizationDetails toDetails() {
        return new OrganizationDetails(name, code, country, postalCode, territory, email, phoneNumber, status);
    }
}
