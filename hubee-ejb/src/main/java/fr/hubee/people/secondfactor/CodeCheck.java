package fr.hubee.people.secondfactor;

/** The result of a code typed by a signed-in person; a wrong one is counted. */
public enum CodeCheck {
    ACCEPTED,
    WRONG,
    /** Too many wrong codes: rejected unchecked until the lock ends. */
    LOCKED
}
