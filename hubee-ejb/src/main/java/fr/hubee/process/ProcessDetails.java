package fr.hubee.process;

import fr.hubee.shared.OrganizationKey;

/** The data of a démarche except its code (specification §2.3). */
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
        String legalJustification) {

    ProcessDetails with(AttachmentRules others) {
        return new ProcessDetails(
                name,
                description,
                activated,
                osl,
                others,
                retention,
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                legalJustification);
    }
}
