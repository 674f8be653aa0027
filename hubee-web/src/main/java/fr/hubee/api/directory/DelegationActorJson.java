package fr.hubee.api.directory;

import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The delegate of a subscriber: a person or a software editor; none when all fields are null. */
public record DelegationActorJson(
        @Size(max = 320)
        @Pattern(
                regexp = LocalAdministratorJson.EMAIL,
                message = LocalAdministratorJson.EMAIL_TEXT,
                groups = Creation.class)
        String email,

        @BranchCode String branchCode,
        @CompanyRegister String companyRegister,
        OrganizationType type) {

    static final DelegationActorJson NOBODY = new DelegationActorJson(null, null, null, null);

    static DelegationActorJson from(SubscriptionDetails details) {
        var editor = details.editor();
        return editor == null
                ? new DelegationActorJson(details.delegationEmail(), null, null, null)
                : new DelegationActorJson(null, editor.branchCode(), editor.companyRegister(), editor.type());
    }

    /** Returns null when there is no delegate, or it is a person. */
    OrganizationKey toEditor() {
        if (branchCode == null && companyRegister == null && type == null) {
            return null;
        }
        if (branchCode == null || companyRegister == null || type != OrganizationType.EDT || email != null) {
            throw new InvalidRequest(
                    "delegationActor is a person (email) or an EDT organization (type, companyRegister, branchCode)");
        }
        return new OrganizationKey(type, companyRegister, branchCode);
    }
}
