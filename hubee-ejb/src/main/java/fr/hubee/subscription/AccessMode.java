package fr.hubee.subscription;

/** Where a service handles its cases: a choice of the service, it filters nothing that the API may read. */
public enum AccessMode {
    PORTAIL,
    API
}
