package fr.hubee.signin.session;

/** How a person proved who she is. */
public enum SignInMethod {
    PASSWORD,
    PASSWORD_AND_MAIL_CODE,
    PASSWORD_AND_TOTP,
    PROCONNECT
}
