package fr.hubee.exchange.receipt;

import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHead;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static VerifiedReceipt verify(String jws, Function<String, PublicKey> keys) {
        return read("signed, but no receipt", () -> {
            SignedClaims.verify(SignedReceipt.TYPE, jws, keys);
            var signed = SignedClaims.parse(jws);
            var receipt = Claims.read(signed.getPayload().toString(), Receipt.class);
            var head = receipt.journal().verify(keys);
            return new VerifiedReceipt(receipt, signed.getHeader().getKeyID(), head);
        });
    }

    /**
     * Verifies a certificate of deletion in the same way.
     *
     * @throws IllegalArgumentException with the problem
     */
    public static VerifiedDeletion verifyDeletion(String jws, Function<String, PublicKey> keys) {
        return read("signed, but no certificate", () -> {
            SignedClaims.verify(SignedDeletion.TYPE, jws, keys);
            var signed = SignedClaims.parse(jws);
            var certificate = Claims.read(signed.getPayload().toString(), DeletionCertificate.class);
            var before = Optional.ofNullable(certificate.before()).map(head -> TreeHead.verify(head.head(), keys));
            certificate.proofs().forEach(proof -> {
                proof.verify(keys);
                if (before.isPresent() && proof.leaf() < before.get().size()) {
                    throw new IllegalArgumentException("an entry that was there before anything was deleted");
                }
            });
            if (before.isPresent() && before.get().at().isAfter(certificate.from())) {
                throw new IllegalArgumentException("the head of before was signed after the first deletion");
            }
            var after = TreeHead.verify(certificate.after().head(), keys);
            return new VerifiedDeletion(certificate, signed.getHeader().getKeyID(), before, after);
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws ParseException;
    }

    /** @param problem with claims that are something else, or incomplete */
    private static <T> T read(String problem, Reading<T> reading) {
        try {
            return reading.run();
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (ParseException | RuntimeException invalid) {
            throw new IllegalArgumentException(problem, invalid);
        }
    }

    /** Whether it claims to be a certificate of deletion, and not a receipt. */
    public static boolean isDeletion(String jws) {
        try {
            var type = SignedClaims.parse(jws).getHeader().getType();
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
    public static Map<String, PublicKey> keysIn(String jws) {
        return read("not signed as " + SignedReceipt.TYPE, () -> {
            var claims = SignedClaims.parse(jws).getPayload().toString();
            var found = isDeletion(jws)
                    ? Stream.concat(
                            Stream.of(SignedClaims.keyIn(SignedDeletion.TYPE, jws)),
                            Claims.read(claims, DeletionCertificate.class).signers())
                    : Stream.of(
                            SignedClaims.keyIn(SignedReceipt.TYPE, jws),
                            Claims.read(claims, Receipt.class).journal().key());
            return found.map(SignedClaims::named)
                    .collect(Collectors.toMap(
                            OctetKeyPair::getKeyID, TreeHead::publicKey, (one, same) -> one, HashMap::new));
        });
    }

    /**
     * A receipt whose signature and proof are good.
     *
     * @param signer the name of the key that signed it
     * @param head the signed head that proves its entry
     */
    public record VerifiedReceipt(Receipt receipt, String signer, TreeHead head) {}

    /**
     * A certificate whose signature and proofs are good.
     *
     * @param before the journal as it was before the first deletion; empty when it was not sealed yet
     * @param after the journal with the certificate
     */
    public record VerifiedDeletion(
            DeletionCertificate certificate, String signer, Optional<TreeHead> before, TreeHead after) {}
}
