package fr.hubee.exchange.receipt;

import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.Proofs;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The proof that an entry is in the journal, as claims, and its verification. */
final class JournalClaims {
    private JournalClaims() {}

    static Map<String, Object> of(LeafProof proof) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("leaf", proof.leaf());
        claims.put("hash", proof.hash().toString());
        claims.put("path", proof.path().stream().map(TreeHash::toString).toList());
        claims.put("head", proof.head());
        claims.put("key", SignedClaims.bare(proof.key()).toJSONObject());
        return claims;
    }

    /**
     * @param keys gives the public key of that name, or null
     * @return the number of the leaf and the head that proves it
     * @throws RuntimeException when they prove nothing
     */
    static Proven check(Map<String, Object> claims, Function<String, PublicKey> keys) {
        var head = TreeHead.verify((String) claims.get("head"), keys);
        long leaf = ((Number) claims.get("leaf")).longValue();
        var hash = TreeHash.ofHex((String) claims.get("hash"));
        var path = ((List<?>) claims.get("path"))
                .stream().map(each -> TreeHash.ofHex((String) each)).toList();
        if (!Proofs.includes(head.root(), head.size(), leaf, hash, path)) {
            throw new IllegalArgumentException("its entry is not in the journal that was signed at " + head.at());
        }
        return new Proven(leaf, hash, head);
    }

    /** The key that signed the head, from the claims: it may be trusted only by its name. */
    @SuppressWarnings("unchecked") // what is no object is refused
    static OctetKeyPair key(Map<String, Object> claims) {
        try {
            return SignedClaims.named(OctetKeyPair.parse((Map<String, Object>) claims.get("key")));
        } catch (ParseException invalid) {
            throw new IllegalArgumentException("without the key of the head", invalid);
        }
    }

    record Proven(long leaf, TreeHash hash, TreeHead head) {}
}
