package fr.hubee.shared;

/** What an organisation is to the hub (specification §1.1). */
public enum OrganizationType {
    /** Online-service operator: it sends folders. */
    OSL,
    /** Instructing service: it handles cases. */
    SI,
    /** Software editor: it acts for instructing services that named it. */
    EDT,
    /** The hub's own administration. */
    ADMIN
}
