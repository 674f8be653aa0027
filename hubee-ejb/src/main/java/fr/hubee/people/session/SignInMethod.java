package fr.hubee.people.session;

/** The way in which a person was authenticated. */
public enum SignInMethod {
    PASSWORD,
    PASSWORD_AND_MAIL_CODE,
    PASSWORD_AND_TOTP,
    PROCONNECT
}
