package fr.hubee.directory.process;

/** The party that accepts a new subscription to a démarche; the spelling of the API. */
public enum SubscriptionValidation {
    /** The hub, at once. */
    Auto,
    /** The operator that owns the démarche. */
    Manual
}
