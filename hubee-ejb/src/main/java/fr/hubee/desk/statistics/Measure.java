package fr.hubee.desk.statistics;

/** The counted measures. */
enum Measure {
    /** Transmitted to their service. */
    RECEIVED,
    /** First in the hands of a person of it, in the portal. */
    PERSON,
    /** First in the hands of its software. */
    SOFTWARE,
    /** First completed, without refusal. */
    FINISHED,
    /** First completed, by refusal. */
    REFUSED
}
