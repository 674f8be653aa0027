package fr.hubee.exchange.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.exchange.receipt.ReceiptCheckService.ReceiptCheck;
import fr.hubee.exchange.receipt.ReceiptCheckService.ReceiptCheck.Verdict;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void claimsThatMissAnythingAReceiptMustHaveAreNone() throws ParseException {
        for (var name : List.of("kind", "at", "about", "recipients", "files", "entry", "journal")) {
            var signed = SignedClaims.signWithKey(SignedReceipt.TYPE, without(name, claims(act.jws())), SealedAct.KEY);
            assertEquals("signed, but no receipt", refusal(signed, SealedAct.KEY), name);
        }
    }

    static Map<String, Object> claims(String jws) throws ParseException {
        return JSONObjectUtils.parse(Base64URL.from(jws.split("\\.", -1)[1]).decodeToString());
    }

    static Map<String, Object> without(String name, Map<String, Object> claims) {
        var others = new HashMap<>(claims);
        assertTrue(others.remove(name) != null, name);
        return others;
    }

    @Test
    void whatTheKeyHasSignedElsewhereIsNoReceipt() throws ParseException {
        var claims = claims(act.jws());

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

    @Test
    void theSignatureOfAReceiptIsFoundInAFileOnlyIfThereIsOne() {
        var other = ReceiptEntryTest.act(AuditAction.CASE_READ).jws();

        assertEquals(Optional.of(act.jws()), found(act.jws()));
        assertEquals(Optional.of(act.jws()), found("%PDF-1.7 " + act.jws() + "\n" + act.jws() + " é"));
        assertEquals(Optional.empty(), found(act.jws() + " " + other));
        assertEquals(Optional.empty(), found("nothing"));
    }

    private static Optional<String> found(String file) {
        return ReceiptVerifier.find(file.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aReceiptOrNonsenseClaimsToBeNoCertificate() {
        assertFalse(ReceiptVerifier.isDeletion(act.jws()));
        assertFalse(ReceiptVerifier.isDeletion("nonsense"));
    }

    @Test
    void aReceiptIsSignedOnceItsEntryIsSealedAndAKeySigns() {
        var proof = act.proof(SealedAct.KEY);
        var ready = new SignedReceipt(act.receipt(proof), SealedAct.KEY);

        assertTrue(ready.isReady());
        assertEquals(Optional.of(act.jws()), ready.jws());
        assertEquals(
                Optional.of(new ReceiptLink(SealedAct.ENTRY, SealedAct.CASE)),
                ready.link().flatMap(ReceiptLinkTest::verify));
        for (var waiting :
                List.of(new SignedReceipt(act.receipt(), SealedAct.KEY), new SignedReceipt(act.receipt(proof), null))) {
            assertFalse(waiting.isReady());
            assertEquals(Optional.empty(), waiting.jws());
            assertEquals(Optional.empty(), waiting.link());
        }
        assertEquals(act.receipt(proof), ready.receipt());
    }

    @Test
    void currentNamesReplaceKeysAndAKeyStaysWhereThereIsNone() {
        var names = new ReceiptNames(Map.of(SealedAct.TOWN, "Pontcarré"), Map.of("EtatCivil", "Acte d’état civil"));
        var receipt = act.receipt();

        assertEquals(
                List.of(SealedAct.OPERATOR, "Pontcarré"),
                receipt.organizations().map(names::of).toList());
        assertEquals("EtatCivil – Acte d’état civil", names.of("EtatCivil"));
        assertEquals("CERTDC", names.of("CERTDC"));
    }

    @Test
    void theResultOfACheckHasTheReceiptOnlyWhereItIsAuthentic() {
        var verified = Optional.of(ReceiptVerifier.verify(act.jws(), published(SealedAct.KEY)::get));
        var names = new ReceiptNames(Map.of(), Map.of());

        var authentic = ReceiptCheck.authentic(verified, Optional.empty(), names);
        assertEquals(Verdict.AUTHENTIC, authentic.verdict());
        assertEquals(verified, authentic.verified());
        assertEquals(Optional.of(names), authentic.names());

        var forgotten = ReceiptCheck.of(Verdict.FORGOTTEN);
        assertEquals(Verdict.FORGOTTEN, forgotten.verdict());
        assertEquals(Optional.empty(), forgotten.verified());
    }
}
