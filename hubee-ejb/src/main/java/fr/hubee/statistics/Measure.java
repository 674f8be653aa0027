package fr.hubee.statistics;

/** What is counted of télédossiers. */
enum Measure {
    /** Transmitted to their service. */
    RECEIVED,
    /** Fetched by it, for the first time. */
    PICKED_UP,
    /** Ended for the first time, not by a refusal. */
    FINISHED,
    /** Ended for the first time, by a refusal. */
    REFUSED
}
