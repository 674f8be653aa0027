package fr.hubee.exchange.receipt;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks a receipt: its signature, that of the head of the journal, and the path from its entry to that head. */
public final class ReceiptVerifier {
    /** A header in JSON, claims, and a signature of 64 bytes. */
    private static final Pattern JWS = Pattern.compile(
            "(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{20,}+\\.[A-Za-z0-9_-]{86}(?![A-Za-z0-9_.-])");

    private ReceiptVerifier() {}

    /**
     * Finds the signature in a file: alone, or in a PDF of the hub, which contains it unchanged. PDFs are not interpreted: an untrusted file
     * is only searched.
     *
     * @return the signature if there is exactly one: with two, it would be unclear which one is meant
     */
    public static Optional<String> find(byte[] file) {
        var found = new LinkedHashSet<String>();
        JWS.matcher(new String(file, StandardCharsets.ISO_8859_1)).results().forEach(each -> found.add(each.group()));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /**
     * @param keys gives the public key of that name, or null
     * @throws IllegalArgumentException with the problem
     */
    @SuppressWarnings("unchecked") // what is no object is refused
    public static VerifiedReceipt verify(String jws, Function<String, PublicKey> keys) {
        try {
            var claims = SignedClaims.verify(SignedReceipt.TYPE, jws, keys);
            var journal = JournalClaims.check((Map<String, Object>) claims.get("journal"), keys);
            var signer = JWSObject.parse(jws).getHeader().getKeyID();
            return new VerifiedReceipt(
                    ReceiptClaims.read(claims), signer, journal.leaf(), journal.hash(), journal.head());
        } catch (ParseException
                | ClassCastException
                | NullPointerException
                | NoSuchElementException
                | DateTimeException invalid) {
            throw new IllegalArgumentException("signed, but no receipt", invalid);
        }
    }

    /**
     * Verifies a certificate of deletion in the same way.
     *
     * @throws IllegalArgumentException with the problem
     */
    public static VerifiedDeletion verifyDeletion(String jws, Function<String, PublicKey> keys) {
        try {
            var claims = SignedClaims.verify(SignedDeletion.TYPE, jws, keys);
            return DeletionClaims.check(claims, JWSObject.parse(jws).getHeader().getKeyID(), keys);
        } catch (ParseException
                | ClassCastException
                | NullPointerException
                | NoSuchElementException
                | DateTimeException invalid) {
            throw new IllegalArgumentException("signed, but no certificate", invalid);
        }
    }

    /** Whether it claims to be a certificate of deletion, and not a receipt. */
    public static boolean isDeletion(String jws) {
        try {
            var type = JWSObject.parse(jws).getHeader().getType();
            return type != null && SignedDeletion.TYPE.equals(type.getType());
        } catch (ParseException invalid) {
            return false;
        }
    }

    /**
     * The keys that a receipt, or a certificate, contains, by their thumbprints: to be compared with names that are known.
     *
     * @throws IllegalArgumentException if it is no receipt
     */
    @SuppressWarnings("unchecked") // as above
    public static Map<String, PublicKey> keysIn(String jws) {
        try {
            var claims = JWSObject.parse(jws).getPayload().toJSONObject();
            var keys = new HashMap<String, PublicKey>();
            if (isDeletion(jws)) {
                add(keys, SignedClaims.keyIn(SignedDeletion.TYPE, jws));
                DeletionClaims.keysIn(claims).forEach(key -> add(keys, key));
            } else {
                add(keys, SignedClaims.keyIn(SignedReceipt.TYPE, jws));
                add(keys, JournalClaims.key((Map<String, Object>) claims.get("journal")));
            }
            return keys;
        } catch (ParseException | ClassCastException | NullPointerException invalid) {
            throw new IllegalArgumentException("not signed as " + SignedReceipt.TYPE, invalid);
        }
    }

    private static void add(Map<String, PublicKey> keys, OctetKeyPair key) {
        keys.put(key.getKeyID(), TreeHead.publicKey(key));
    }

    /**
     * A receipt whose signature and proof are good.
     *
     * @param signer the name of the key that signed it
     * @param leaf the number and {@code hash} of its entry in the journal
     * @param head the signed head that proves it
     */
    public record VerifiedReceipt(Receipt receipt, String signer, long leaf, TreeHash hash, TreeHead head) {}

    /**
     * A certificate whose signature and proofs are good.
     *
     * @param before the journal as it was before the first deletion; empty when it was not sealed yet
     * @param after the journal with the certificate
     */
    public record VerifiedDeletion(
            DeletionCertificate certificate, String signer, Optional<TreeHead> before, TreeHead after) {}
}
