package fr.hubee.process;

/** Who accepts a new subscription to a démarche; spelled as on the wire. */
public enum SubscriptionValidation {
    /** The hub, at once. */
    Auto,
    /** The operator that owns the démarche. */
    Manual
}
