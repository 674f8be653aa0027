package fr.hubee.files.encryption;

import java.security.GeneralSecurityException;

/** The token does not answer, or refuses: the result is unknown. */
final class TokenAway extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    TokenAway(Exception cause) {
        super("The token of HUBEE_PKCS11 fails: " + cause.getMessage(), cause);
    }
}
