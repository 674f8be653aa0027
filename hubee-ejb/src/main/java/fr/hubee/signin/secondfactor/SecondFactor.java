package fr.hubee.signin.secondfactor;

/** What is asked for besides a password. */
public enum SecondFactor {
    /** The six digits that an application on her telephone shows (RFC 6238). */
    TOTP,
    /** The six digits that she was sent by e-mail. */
    MAIL
}
