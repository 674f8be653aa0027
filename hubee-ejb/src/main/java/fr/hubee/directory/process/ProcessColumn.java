package fr.hubee.directory.process;

import java.util.Locale;

/** Sort columns of the catalogue; the contract's words, in lower case (specification §4.7). */
public enum ProcessColumn {
    CODE("p.code"),
    NAME("p.details.name"),
    DESCRIPTION("p.details.description"),
    IS_ACTIVATED("p.details.activated"),
    SUBSCRIPTION_VALIDATION("p.details.subscriptionValidation"),
    OSL_TYPE("p.details.osl.type"),
    OSL_COMPANY_REGISTER("p.details.osl.companyRegister"),
    OSL_BRANCH_CODE("p.details.osl.branchCode"),
    ATTACHMENTS_MAX_SIZE("p.details.attachments.maxSize"),
    TIME_BEFORE_ARCHIVING("p.details.retention.archivingDays"),
    TIME_BEFORE_DELETION("p.details.retention.folderDeletionDays"),
    MESSAGE_TRANSMITTER("p.details.messageToTransmitter"),
    ATTACHMENTS_TYPES("p.details.attachments.types"),
    ATTACHMENTS_FORMATS("p.details.attachments.formats");

    private final String path;

    ProcessColumn(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
