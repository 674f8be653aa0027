package fr.hubee.websecurity.proconnect;

import fr.hubee.people.signin.FederatedRefusal;

/** The provider's answer is refused; the message is for the log and has no personal data. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final FederatedRefusal refusal;

    Refused(FederatedRefusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    Refused(FederatedRefusal refusal, String message, Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
    }

    static Refused invalid(String message) {
        return new Refused(FederatedRefusal.INVALID_TOKEN, message);
    }

    static Refused invalid(String message, Throwable cause) {
        return new Refused(FederatedRefusal.INVALID_TOKEN, message, cause);
    }

    static Refused unavailable(String message, Throwable cause) {
        return new Refused(FederatedRefusal.PROVIDER_UNAVAILABLE, message, cause);
    }

    FederatedRefusal refusal() {
        return refusal;
    }
}
