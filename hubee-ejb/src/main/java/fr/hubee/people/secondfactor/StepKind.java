package fr.hubee.people.secondfactor;

/** The kind of input that an incomplete sign-in waits for. */
public enum StepKind {
    TOTP,
    MAIL,
    NEW_PASSWORD,
    /** A code by e-mail for a person already signed in: it opens no session. */
    CONFIRMATION;

    public static StepKind of(SecondFactor factor) {
        return factor == SecondFactor.TOTP ? TOTP : MAIL;
    }

    /** Whether its code completes a sign-in. */
    public boolean isSignIn() {
        return this == TOTP || this == MAIL;
    }

    boolean isByMail() {
        return this == MAIL || this == CONFIRMATION;
    }
}
