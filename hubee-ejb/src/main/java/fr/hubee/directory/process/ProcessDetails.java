package fr.hubee.directory.process;

import fr.hubee.kernel.shared.OrganizationKey;

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
        String legalJustification,
        PortalRules portal) {

    /** Returns the same, with the settings of another one that the API does not contain. */
    ProcessDetails keeping(ProcessDetails known) {
        return new ProcessDetails(
                name,
                description,
                activated,
                osl,
                attachments.with(known.attachments().encrypted()),
                retention.with(known.retention().portalFilesKept()),
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                legalJustification,
                known.portal);
    }

    public ProcessDetails with(RetentionRules others, PortalRules rules) {
        return new ProcessDetails(
                name,
                description,
                activated,
                osl,
                attachments,
                others,
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                legalJustification,
                rules);
    }
}
