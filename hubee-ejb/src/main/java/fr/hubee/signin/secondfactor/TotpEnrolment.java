package fr.hubee.signin.secondfactor;

/**
 * What a person gives to her application; it is shown once.
 *
 * @param secret to be typed
 * @param uri to be read as a QR code
 */
public record TotpEnrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "TotpEnrolment[]"; // never the secret
    }
}
