package fr.hubee.desk.statistics;

/** The measures of an organisation. */
public enum OwnMeasure {
    /** Transmitted to it. */
    RECEIVED,
    /** First in the hands of one of its agents. */
    PERSON,
    /** First in the hands of its software. */
    SOFTWARE,
    /** First handled, refused or closed, where its subscription works in the portal. */
    ENDED_BY_PERSON,
    /** The same, where it works in its software. */
    ENDED_BY_SOFTWARE
}
