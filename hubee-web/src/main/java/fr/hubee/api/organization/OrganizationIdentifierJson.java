package fr.hubee.api.organization;

import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The key of an organisation (specification §2.1). */
public record OrganizationIdentifierJson(
        @NotNull OrganizationType type,

        @NotNull @Pattern(regexp = "[0-9]{14}", message = "ECMA 262 regex \"[0-9]{14}\" does not match input string")
        String companyRegister,

        @NotNull
        @Size(max = 10)
        @Pattern(regexp = "[\\w-]*", message = "ECMA 262 regex \"^[\\\\w-]*$\" does not match input string")
        String branchCode) {

    public static OrganizationIdentifierJson from(OrganizationKey key) {
        return new OrganizationIdentifierJson(key.type(), key.companyRegister(), key.branchCode());
    }

    public OrganizationKey toKey() {
        return new OrganizationKey(type, companyRegister, branchCode);
    }
}
