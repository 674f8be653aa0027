package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.http.ContractForms;
import fr.hubee.api.http.ContractForms.BranchCode;
import fr.hubee.api.http.ContractForms.CompanyRegister;
import fr.hubee.api.http.ContractForms.EmailForm;
import fr.hubee.api.http.ContractForms.PhoneNumber;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** An organisation (specification §2.2). */
public record OrganizationJson(
        @NotNull OrganizationType type,
        @NotNull @CompanyRegister String companyRegister,
        @NotNull @BranchCode String branchCode,
        @NotNull @Size(max = 100) String name,
        @Size(max = 10) String code,
        @Size(max = 100) String country,
        @NotNull @Size(max = 100) String postalCode,
        @NotNull @Size(max = 255) String territory,
        @Size(max = 320) @EmailForm String email,
        @PhoneNumber String phoneNumber,
        @NotNull @Size(max = 20) String status,
        @JsonProperty(access = Access.READ_ONLY) Instant createDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime) {

    static OrganizationJson from(RegisteredOrganization organization) {
        var key = organization.key();
        var details = organization.details();
        return new OrganizationJson(
                key.type(),
                key.companyRegister(),
                key.branchCode(),
                details.name(),
                details.code(),
                details.country(),
                details.postalCode(),
                details.territory(),
                details.email(),
                details.phoneNumber(),
                details.status(),
                organization.createdAt(),
                organization.updatedAt());
    }

    public OrganizationKey toKey() {
        return new OrganizationKey(type, companyRegister, branchCode);
    }

    /** Returns the details without a population, which the contract does not have. */
    public OrganizationDetails toDetails() {
        return new OrganizationDetails(
                name,
                code,
                country,
                postalCode,
                territory,
                ContractForms.emailOrNull(email),
                phoneNumber,
                status,
                null);
    }
}
