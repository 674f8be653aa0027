package fr.hubee.signin.secondfactor;

/** What an unfinished sign-in waits for. */
public enum StepKind {
    TOTP,
    MAIL,
    NEW_PASSWORD,
    /** A code by e-mail, of who is signed in: it opens no session. */
    CONFIRMATION;

    public static StepKind of(SecondFactor factor) {
        return factor == SecondFactor.TOTP ? TOTP : MAIL;
    }

    /** Whether its code lets somebody in. */
    public boolean isSignIn() {
        return this == TOTP || this == MAIL;
    }

    boolean isByMail() {
        return this == MAIL || this == CONFIRMATION;
    }
}
