package fr.hubee.exchange.receipt;

import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.exchange.receipt.DeletionCertificate.Kind;
import fr.hubee.exchange.receipt.DeletionCertificate.Part;
import fr.hubee.exchange.receipt.DeletionCertificate.Share;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedDeletion;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.SignedHead;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.shared.OrganizationKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A certificate of deletion as the claims of a signature, and back. */
final class DeletionClaims {
    private static final int VERSION = 1;

    private DeletionClaims() {}

    /**
     * @param proofs one for each part, in their order
     * @param ofShare the one of the share; empty as that
     */
    static Map<String, Object> of(
            DeletionCertificate certificate,
            List<LeafProof> proofs,
            Optional<LeafProof> ofShare,
            Optional<SignedHead> before) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("version", VERSION);
        claims.put("id", certificate.id().toString());
        claims.put("process", certificate.process());
        if (certificate.operator() != null) {
            claims.put("operator", certificate.operator().toString());
        }
        var parts = new ArrayList<Map<String, Object>>();
        for (int each = 0; each < proofs.size(); each++) {
            parts.add(of(certificate.parts().get(each), proofs.get(each)));
        }
        claims.put("parts", parts);
        claims.put("keys", certificate.keys());
        claims.put("keysList", certificate.keysList());
        before.ifPresent(head -> claims.put("before", of(head)));
        ofShare.ifPresent(proof -> claims.put("share", of(certificate.share(), proof)));
        var last = ofShare.orElse(proofs.get(proofs.size() - 1));
        claims.put("after", of(new SignedHead(last.head(), last.key())));
        return claims;
    }

    private static Map<String, Object> of(Part part, LeafProof proof) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("kind", part.kind().name());
        claims.put("rule", part.rule());
        claims.put("items", part.items());
        claims.put("bytes", part.bytes());
        claims.put("from", part.from().toString());
        claims.put("to", part.to().toString());
        claims.put("list", part.list());
        claims.put("entry", part.entry().toString());
        claims.put("journal", JournalClaims.of(proof));
        return claims;
    }

    private static Map<String, Object> of(Share share, LeafProof proof) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("organization", share.organization().toString());
        claims.put("files", share.files());
        claims.put("bytes", share.bytes());
        claims.put("cases", share.cases());
        claims.put("folders", share.folders());
        claims.put("list", share.list());
        claims.put("entry", share.entry().toString());
        claims.put("journal", JournalClaims.of(proof));
        return claims;
    }

    private static Map<String, Object> of(SignedHead head) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("head", head.jws());
        claims.put("key", SignedClaims.bare(head.key()).toJSONObject());
        return claims;
    }

    /**
     * @param keys gives the public key of that name, or null
     * @throws RuntimeException of any kind, when it is no certificate or proves nothing
     */
    static VerifiedDeletion check(Map<String, Object> claims, String signer, Function<String, PublicKey> keys) {
        if (!(claims.get("version") instanceof Number version) || version.intValue() != VERSION) {
            throw new IllegalArgumentException("a certificate of a version that is not known");
        }
        var before =
                claims.containsKey("before") ? Optional.of(head(claims, "before", keys)) : Optional.<TreeHead>empty();
        var parts = new ArrayList<Part>();
        for (var each : (List<?>) claims.get("parts")) {
            parts.add(part(proven(object(each), before, keys)));
        }
        var certificate = new DeletionCertificate(
                UUID.fromString(text(claims, "id")),
                text(claims, "process"),
                claims.containsKey("operator")
                        ? OrganizationKey.parse(text(claims, "operator")).orElseThrow()
                        : null,
                List.copyOf(parts),
                number(claims, "keys"),
                text(claims, "keysList"),
                claims.containsKey("share") ? share(proven(object(claims.get("share")), before, keys)) : null);
        if (before.isPresent() && before.get().at().isAfter(certificate.from())) {
            throw new IllegalArgumentException("the head of before was signed after the first deletion");
        }
        return new VerifiedDeletion(certificate, signer, before, head(claims, "after", keys));
    }

    /** Checks that an entry came into the journal after the earlier head. */
    private static Map<String, Object> proven(
            Map<String, Object> claims, Optional<TreeHead> before, Function<String, PublicKey> keys) {
        var journal = JournalClaims.check(object(claims.get("journal")), keys);
        if (before.isPresent() && journal.leaf() < before.get().size()) {
            throw new IllegalArgumentException("an entry that was there before anything was deleted");
        }
        return claims;
    }

    private static Share share(Map<String, Object> claims) {
        return new Share(
                OrganizationKey.parse(text(claims, "organization")).orElseThrow(),
                number(claims, "files"),
                number(claims, "bytes"),
                number(claims, "cases"),
                number(claims, "folders"),
                text(claims, "list"),
                UUID.fromString(text(claims, "entry")));
    }

    private static TreeHead head(Map<String, Object> claims, String name, Function<String, PublicKey> keys) {
        return TreeHead.verify(text(object(claims.get(name)), "head"), keys);
    }

    private static Part part(Map<String, Object> claims) {
        return new Part(
                Kind.valueOf(text(claims, "kind")),
                text(claims, "rule"),
                number(claims, "items"),
                number(claims, "bytes"),
                Instant.parse(text(claims, "from")),
                Instant.parse(text(claims, "to")),
                text(claims, "list"),
                UUID.fromString(text(claims, "entry")));
    }

    /** Returns the keys in the claims: they may be trusted only by their names. */
    static List<OctetKeyPair> keysIn(Map<String, Object> claims) {
        var keys = new ArrayList<OctetKeyPair>();
        for (var each : (List<?>) claims.get("parts")) {
            keys.add(JournalClaims.key(object(object(each).get("journal"))));
        }
        if (claims.containsKey("share")) {
            keys.add(JournalClaims.key(object(object(claims.get("share")).get("journal"))));
        }
        for (var name : List.of("before", "after")) {
            if (claims.containsKey(name)) {
                keys.add(JournalClaims.key(object(claims.get(name))));
            }
        }
        return keys;
    }

    @SuppressWarnings("unchecked") // what is no object is refused
    private static Map<String, Object> object(Object claims) {
        return (Map<String, Object>) claims;
    }

    private static String text(Map<String, Object> claims, String name) {
        return (String) claims.get(name);
    }

    private static long number(Map<String, Object> claims, String name) {
        return ((Number) claims.get(name)).longValue();
    }
}
