package fr.hubee.directory.process;

import fr.hubee.directory.organization.RecordValues;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.function.Function;

/** The data of a démarche except its code (specification §2.3); {@link ProcessField} lists it. */
@Embeddable
public record ProcessDetails(
        String name,
        String description,
        boolean activated,

        @AttributeOverride(name = "type", column = @Column(name = "osl_type"))
        @AttributeOverride(name = "companyRegister", column = @Column(name = "osl_company_register"))
        @AttributeOverride(name = "branchCode", column = @Column(name = "osl_branch_code"))
        OrganizationKey osl,

        AttachmentRules attachments,
        RetentionRules retention,
        boolean messageToTransmitter,
        boolean messageWithStatus,
        boolean authorizedAwaiting,
        @Enumerated(EnumType.STRING) SubscriptionValidation subscriptionValidation,
        boolean certifiedSoftware,
        String legalJustification,
        PortalRules portal) {

    /** Returns the name with the short name behind it, as the portal shows it; {@link Process#TITLE} composes it for queries. */
    public String title() {
        return portal.shortName() == null ? name : name + " (" + portal.shortName() + ")";
    }

    /** Returns the same, with the fields of another one that the API does not contain. */
    ProcessDetails keeping(ProcessDetails known) {
        return withOutsideTheApi(field -> field.value(known));
    }

    /** @param values of the fields that the API does not contain */
    public ProcessDetails withOutsideTheApi(Function<ProcessField, Object> values) {
        return RecordValues.make(ProcessDetails.class, path -> {
            var field = ProcessField.at(path).orElseThrow();
            return ProcessField.OUTSIDE_THE_API.contains(field) ? values.apply(field) : field.value(this);
        });
    }
}
