package fr.hubee.signin.secondfactor;

/**
 * The data for the authenticator application; shown once.
 *
 * @param secret for manual input
 * @param uri for the QR code
 */
public record TotpEnrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "TotpEnrolment[]"; // never the secret
    }
}
