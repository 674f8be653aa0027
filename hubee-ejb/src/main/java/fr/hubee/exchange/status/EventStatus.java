package fr.hubee.exchange.status;

/** The life of an event (specification §3.5): only a deposit starts in progress, until its files are received. */
public enum EventStatus {
    IN_PROGRESS,
    SENT,
    RECEIVED
}
