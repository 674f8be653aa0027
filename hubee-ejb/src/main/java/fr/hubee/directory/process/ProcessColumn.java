package fr.hubee.directory.process;

import java.util.Locale;

/** Sort columns of the catalogue; the contract's words, in lower case (specification §4.7). */
public enum ProcessColumn {
    CODE("p.code"),
    NAME("p.name"),
    DESCRIPTION("p.description"),
    IS_ACTIVATED("p.activated"),
    SUBSCRIPTION_VALIDATION("p.subscriptionValidation"),
    OSL_TYPE("p.osl.type"),
    OSL_COMPANY_REGISTER("p.osl.companyRegister"),
    OSL_BRANCH_CODE("p.osl.branchCode"),
    ATTACHMENTS_MAX_SIZE("p.attachments.maxSize"),
    TIME_BEFORE_ARCHIVING("p.retention.archivingDays"),
    TIME_BEFORE_DELETION("p.retention.folderDeletionDays"),
    MESSAGE_TRANSMITTER("p.messageToTransmitter"),
    ATTACHMENTS_TYPES("p.attachments.types"),
    ATTACHMENTS_FORMATS("p.attachments.formats");

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
