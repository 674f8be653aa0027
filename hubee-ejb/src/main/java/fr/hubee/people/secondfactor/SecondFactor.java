package fr.hubee.people.secondfactor;

/** The kinds of second factors. */
public enum SecondFactor {
    /** Six digits from an authenticator application on her telephone (RFC 6238). */
    TOTP,
    /** Six digits sent by e-mail. */
    MAIL
}
