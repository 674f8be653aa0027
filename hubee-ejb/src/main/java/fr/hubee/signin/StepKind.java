package fr.hubee.signin;

/** What an unfinished sign-in waits for. */
enum StepKind {
    TOTP,
    MAIL,
    NEW_PASSWORD;

    static StepKind of(SecondFactor factor) {
        return factor == SecondFactor.TOTP ? TOTP : MAIL;
    }
}
