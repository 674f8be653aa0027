package fr.hubee.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The contract's digest algorithm, which every JDK has. */
public final class Sha256 {

    private Sha256() {}

    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** In base64, as in the contract's {@code digest} header. */
    public static String text(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
