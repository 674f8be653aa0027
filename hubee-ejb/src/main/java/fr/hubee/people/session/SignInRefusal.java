package fr.hubee.people.session;

import fr.hubee.kernel.shared.Words;

/** Why a sign-in is refused, as shown to the person. */
public enum SignInRefusal {
    /** Refusal also of an unknown account or one without password, without telling them apart. */
    WRONG_PASSWORD,
    WRONG_CODE,
    TOO_MANY_CODES,
    STEP_OVER,
    LINK_OVER,
    INACTIVE,
    UNKNOWN_ACCOUNT,
    EMAIL_MISMATCH,
    SIGN_IN_CONFLICT,
    ORGANIZATION_MISMATCH,
    SECOND_FACTOR_REQUIRED;

    /** Whether it was a wrong guess, which counts as a failure. */
    public boolean isGuess() {
        return this == WRONG_PASSWORD || this == WRONG_CODE;
    }

    public String text() {
        return Words.label(this);
    }
}
