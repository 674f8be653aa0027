package fr.hubee.people.session;

/** Why a sign-in is refused, as shown to the person. */
public enum SignInRefusal {
    /** Refusal also of an unknown account or one without password, without telling them apart. */
    WRONG_PASSWORD("L’identifiant ou le mot de passe est incorrect. Vérifiez-les, ou choisissez"
            + " « Mot de passe oublié ? »."),
    WRONG_CODE("Le code est incorrect ou n’est plus valable. Vérifiez-le, ou demandez-en un nouveau."),
    TOO_MANY_CODES("Plusieurs codes vous ont déjà été envoyés. Utilisez le dernier reçu, ou recommencez la connexion."),
    STEP_OVER("Cette connexion a pris trop de temps ou compte trop d’essais. Recommencez-la depuis le début."),
    LINK_OVER("Ce lien a déjà servi ou n’est plus valable. Choisissez « Mot de passe oublié ? » pour en recevoir un"
            + " nouveau."),
    INACTIVE("Votre compte est désactivé. Adressez-vous à l’administrateur local de votre organisation."),
    UNKNOWN_ACCOUNT("Aucun compte HubEE ne correspond à votre adresse électronique. Demandez à l’administrateur local"
            + " de votre organisation de vous en créer un."),
    EMAIL_MISMATCH("L’adresse électronique transmise n’est pas celle du compte HubEE associé à votre identité."
            + " Adressez-vous au support."),
    SIGN_IN_CONFLICT("Votre compte HubEE est déjà associé à une autre identité ProConnect. Adressez-vous à"
            + " l’administrateur local de votre organisation."),
    ORGANIZATION_MISMATCH("L’organisation transmise n’est pas celle de votre compte HubEE. Reconnectez-vous en"
            + " choisissant la bonne organisation."),
    SECOND_FACTOR_REQUIRED(
            "Votre compte demande une authentification à deux facteurs. Reconnectez-vous en" + " l’utilisant.");

    private final String text;

    SignInRefusal(String text) {
        this.text = text;
    }

    /** Whether it was a wrong guess, which counts as a failure. */
    public boolean isGuess() {
        return this == WRONG_PASSWORD || this == WRONG_CODE;
    }

    /** Returns the text on screen. */
    public String text() {
        return text;
    }
}
