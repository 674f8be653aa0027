package fr.hubee.signin;

/** What a code that a signed-in person types comes to; a wrong one is counted. */
public enum CodeCheck {
    ACCEPTED,
    WRONG,
    /** Too many wrong ones: see {@link SignInOutcome.Locked}. */
    LOCKED
}
