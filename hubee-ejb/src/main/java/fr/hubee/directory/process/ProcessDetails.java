package fr.hubee.directory.process;

import fr.hubee.directory.organization.RecordValues;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.function.Function;

/** The data of a démarche except its code (specification §2.3); {@link ProcessField} lists it. */
public record ProcessDetails(
        String name,
        String description,
        boolean activated,
        OrganizationKey osl,
        AttachmentRules attachments,
        RetentionRules retention,
        boolean messageToTransmitter,
        boolean messageWithStatus,
        boolean authorizedAwaiting,
        SubscriptionValidation subscriptionValidation,
        String legalJustification,
        PortalRules portal) {

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
