package fr.hubee.directory.subscription;

import java.util.Locale;

/** Sort columns of subscriptions; the contract's words, in lower case (specification §4.5). */
public enum SubscriptionColumn {
    ID("s.id"),
    DATAPASS_ID("s.datapassId"),
    SI_TYPE("s.subscriber.type"),
    SI_COMPANY_REGISTER("s.subscriber.companyRegister"),
    SI_BRANCH_CODE("s.subscriber.branchCode"),
    NOTIFICATION_FREQUENCY("s.notificationFrequency"),
    ACCESS_MODE("s.accessMode"),
    DELEGATION_ACTOR("s.delegationEmail"),
    EMAIL("s.email"),
    LOCAL_ADMIN("s.localAdministrator.email"),
    REJECTION_REASON("s.rejectionReason"),
    STATUS("s.status"),
    ACTIVATE_DATE_TIME("s.activatedAt"),
    VALIDATE_DATE_TIME("s.validatedAt"),
    REJECT_DATE_TIME("s.rejectedAt"),
    END_DATE_TIME("s.endedAt"),
    UPDATE_DATE_TIME("s.updatedAt"),
    PROCESS_CODE("s.processCode");

    private final String path;

    SubscriptionColumn(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
