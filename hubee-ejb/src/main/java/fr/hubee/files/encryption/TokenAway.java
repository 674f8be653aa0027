package fr.hubee.files.encryption;

import java.security.GeneralSecurityException;

/** The token does not answer, or refuses: nothing is known of what it was asked for. */
final class TokenAway extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    TokenAway(Exception cause) {
        super("The token of HUBEE_PKCS11 fails: " + cause.getMessage(), cause);
    }
}
