package fr.hubee.exchange.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A verified receipt was signed by the hub, and is in its journal. */
class ReceiptVerifierTest {
    final SealedAct act = SealedAct.deposit();

    static Map<String, PublicKey> published(SealKey... keys) {
        var published = new HashMap<String, PublicKey>();
        for (var key : keys) {
            published.put(key.id(), TreeHead.publicKey(key.published()));
        }
        return published;
    }

    static String refusal(String jws, SealKey... keys) {
        return assertThrows(
                        IllegalArgumentException.class, () -> ReceiptVerifier.verify(jws, published(keys)::get), jws)
                .getMessage();
    }

    static String signed(Receipt receipt, SealKey key) {
        return new SignedReceipt(receipt, key).jws().orElseThrow();
    }

    @Test
    void aReceiptIsReadAsItWasSigned() {
        var verified = ReceiptVerifier.verify(act.jws(), published(SealedAct.KEY)::get);

        assertEquals(act.receipt(act.proof(SealedAct.KEY)), verified.receipt());
        assertEquals(SealedAct.KEY.id(), verified.signer());
        assertEquals(3, verified.head().size());
    }

    @Test
    void whatChangedAStatusAndWhatWasPurgedIsReadBack() {
        var moved = ReceiptEntryTest.act(AuditAction.CASE_STATUS_CHANGED).changed("status", "SENT", "DONE");
        var purge = new SealedAct(AuditAction.FOLDERS_DELETED, "EtatCivil")
                .with("certificate", SealedAct.FILE)
                .with("rule", "365")
                .with("sha256", "ab");
        var proof = moved.proof(SealedAct.KEY);
        var deleted = new ReceiptEntry(purge.content(), proof).deletion(SealedAct.CASE, null, List.of());

        for (var receipt : List.of(moved.receipt(proof), deleted)) {
            var jws = signed(receipt, SealedAct.KEY);
            assertEquals(
                    receipt,
                    ReceiptVerifier.verify(jws, published(SealedAct.KEY)::get).receipt());
        }
    }

    @Test
    void docsShowThisOne() throws IOException {
        assertTrue(
                Files.readString(Path.of("..", "docs", "receipts.md")).contains(act.jws()),
                () -> "docs/receipts.md does not show " + act.jws());
    }

    @Test
    void theKeysThatAReceiptBringsAlongAreCalledByTheirThumbprints() {
        var receipt = signed(act.receipt(act.proof(SealedAct.KEY)), SealedAct.LATER_KEY);

        assertEquals(
                published(SealedAct.KEY, SealedAct.LATER_KEY).keySet(),
                ReceiptVerifier.keysIn(receipt).keySet());
    }

    @Test
    void aFormerKeyVerifiesWhileItIsPublished() {
        var keys = published(SealedAct.LATER_KEY, SealedAct.KEY);

        assertEquals(
                act.receipt(act.proof(SealedAct.KEY)),
                ReceiptVerifier.verify(act.jws(), keys::get).receipt());
        assertTrue(refusal(act.jws(), SealedAct.LATER_KEY).contains("a key that is not known"));
    }

    @Test
    void aHeadOfAnUnknownKeyProvesNothing() {
        var receipt = signed(act.receipt(act.proof(SealedAct.LATER_KEY)), SealedAct.KEY);

        assertTrue(refusal(receipt, SealedAct.KEY).contains("a key that is not known"));
    }

    @Test
    void anyOtherWordIsNotWhatWasSigned() {
        var parts = act.jws().split("\\.", -1);
        var claims = Base64URL.from(parts[1]).decodeToString();
        for (var word : List.of("DEPOSIT", "EtatCivil", "99000101800011", "47DEQpj8", "2026-11-27", "DEM-1-01")) {
            assertTrue(claims.contains(word), word);
            var altered = claims.replace(word, new StringBuilder(word).reverse());
            assertEquals(
                    "the signature is wrong",
                    refusal(parts[0] + "." + Base64URL.encode(altered) + "." + parts[2], SealedAct.KEY));
        }
    }

    @Test
    void anEntryThatIsNotInTheSignedTreeIsNoneOfTheJournal() {
        var other = SealedAct.deposit().with("externalId", "DEM-2-01");
        var proof = act.proof(SealedAct.KEY);
        var forged =
                new LeafProof(proof.leaf(), other.proof(SealedAct.KEY).hash(), proof.path(), proof.head(), proof.key());

        var signed = signed(other.receipt(forged), SealedAct.KEY);

        assertTrue(refusal(signed, SealedAct.KEY).contains("not in the journal that was signed at"));
    }

    @Test
    void withoutAProofItIsNoReceipt() {
        var signed = SignedClaims.signWithKey(SignedReceipt.TYPE, Claims.of(act.receipt()), SealedAct.KEY);

        assertEquals("signed, but no receipt", refusal(signed, SealedAct.KEY));
    }

    @Test
    void whatTheKeyHasSignedElsewhereIsNoReceipt() throws ParseException {
        var claims = JSONObjectUtils.parse(
                Base64URL.from(act.jws().split("\\.", -1)[1]).decodeToString());

        for (var type : List.of("hubee-journal-head", "hubee-deletion-certificate", "JWT")) {
            var signed = SignedClaims.signWithKey(type, claims, SealedAct.KEY);
            assertEquals("not signed as hubee-receipt", refusal(signed, SealedAct.KEY));
        }
        assertEquals(
                "not signed as hubee-receipt", refusal(act.proof(SealedAct.KEY).head(), SealedAct.KEY));
    }

    @Test
    void nonsenseIsRefusedAsSuch() {
        for (var nonsense : List.of("", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "{}")) {
            refusal(nonsense, SealedAct.KEY);
            assertThrows(IllegalArgumentException.class, () -> ReceiptVerifier.keysIn(nonsense));
        }
    }
}
