package fr.hubee.signin.secondfactor;

/** What a code that a signed-in person types comes to; a wrong one is counted. */
public enum CodeCheck {
    ACCEPTED,
    WRONG,
    /** Too many wrong ones: no code is looked at before the lock ends. */
    LOCKED
}
