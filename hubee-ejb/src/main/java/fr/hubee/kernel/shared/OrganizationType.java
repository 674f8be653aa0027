package fr.hubee.kernel.shared;

/** The role of an organisation in the hub (specification §1.1). */
public enum OrganizationType implements Labelled {
    /** Online-service operator: it sends folders. */
    OSL,
    /** Instructing service: it handles cases. */
    SI,
    /** Software editor: it acts for instructing services that named it. */
    EDT,
    /** The hub's own administration. */
    ADMIN
}
