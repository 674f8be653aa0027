package fr.hubee.people.signin;

import fr.hubee.people.session.SignInRefusal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reasons why a sign-in through ProConnect fails (specification §9.3), and what the person can do about it. */
public enum FederatedRefusal {
    UNKNOWN_AGENT(SignInRefusal.UNKNOWN_ACCOUNT.text()),
    INACTIVE_ACCOUNT(SignInRefusal.INACTIVE.text()),
    EMAIL_MISMATCH(SignInRefusal.EMAIL_MISMATCH.text()),
    ORGANIZATION_MISMATCH(SignInRefusal.ORGANIZATION_MISMATCH.text()),
    INSUFFICIENT_AUTHENTICATION_LEVEL("Votre identité n’est pas assez vérifiée pour entrer sur HubEE. Recommencez avec"
            + " ProConnect en choisissant le compte que votre administration vous a fourni."),
    SECOND_FACTOR_REQUIRED("Votre compte HubEE demande deux facteurs d’authentification. Activez la double"
            + " authentification chez votre fournisseur d’identité, puis recommencez."),
    INVALID_TOKEN("La connexion avec ProConnect n’a pas abouti : elle a pris trop de temps, ou la réponse n’est pas"
            + " valable. Recommencez depuis cette page."),
    PROVIDER_UNAVAILABLE("ProConnect ne répond pas. Recommencez dans quelques minutes, ou connectez-vous avec votre mot"
            + " de passe."),
    SIGN_IN_CONFLICT(SignInRefusal.SIGN_IN_CONFLICT.text()),

    CANCELLED("Vous avez interrompu la connexion avec ProConnect. Recommencez, ou connectez-vous avec votre mot de"
            + " passe."),
    TOO_MANY_ATTEMPTS("Il y a eu trop de connexions depuis votre réseau en peu de temps. Patientez une minute, puis"
            + " recommencez.");

    private final String text;

    FederatedRefusal(String text) {
        this.text = text;
    }

    /** Returns the code for addresses and the journal. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FederatedRefusal> of(String code) {
        return Stream.of(values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst();
    }

    /** Returns the text on screen. */
    public String text() {
        return text;
    }
}
