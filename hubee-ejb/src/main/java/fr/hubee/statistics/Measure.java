package fr.hubee.statistics;

/** The counted measures. */
enum Measure {
    /** Transmitted to their service. */
    RECEIVED,
    /** First fetched by it. */
    PICKED_UP,
    /** First completed, without refusal. */
    FINISHED,
    /** First completed, by refusal. */
    REFUSED
}
