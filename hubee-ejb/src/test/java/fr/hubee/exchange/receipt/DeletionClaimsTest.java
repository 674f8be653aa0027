package fr.hubee.exchange.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import fr.hubee.exchange.receipt.DeletionCertificate.Kind;
import fr.hubee.exchange.receipt.DeletionCertificate.Part;
import fr.hubee.exchange.receipt.DeletionCertificate.Share;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.SignedHead;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A certificate proves the deletions between two heads of the journal. */
class DeletionClaimsTest {
    static final Instant BEGIN = SealedAct.AT.minusSeconds(60);

    final DeletionCertificate certificate = new DeletionCertificate(
            SealedAct.CASE,
            "EtatCivil",
            OrganizationKey.parse(SealedAct.OPERATOR).orElseThrow(),
            List.of(new Part(Kind.FILES, "IN_PROGRESS+4", 12, 3456, BEGIN, SealedAct.AT, "ab12", SealedAct.ENTRY)),
            2,
            "cd34",
            null);
    final Share share = new Share(
            OrganizationKey.parse("SI-99000101800011-99101").orElseThrow(), 3, 456, 1, 0, "ef56", SealedAct.ENTRY);

    static SignedHead before(long size, Instant at) {
        var head = new TreeHead(size, TreeHash.leaf(new byte[] {1}), at);
        return new SignedHead(head.sign(SealedAct.KEY), SignedClaims.bare(SealedAct.KEY.published()));
    }

    String jws(SignedHead before) {
        return signed(certificate, SealedAct.deposit().proof(SealedAct.KEY), null, before)
                .jws()
                .orElseThrow();
    }

    static SignedDeletion signed(
            DeletionCertificate certificate, LeafProof proof, LeafProof ofShare, SignedHead before) {
        return new SignedDeletion(
                certificate, List.of(proof), Optional.ofNullable(ofShare), Optional.ofNullable(before), SealedAct.KEY);
    }

    /** Returns a certificate for an organisation, with its own share. */
    DeletionCertificate shared() {
        return new DeletionCertificate(
                certificate.id(),
                certificate.process(),
                certificate.operator(),
                certificate.parts(),
                certificate.keys(),
                certificate.keysList(),
                share);
    }

    static String refusal(String jws, SealKey... keys) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> ReceiptVerifier.verifyDeletion(jws, ReceiptVerifierTest.published(keys)::get))
                .getMessage();
    }

    @Test
    void itIsReadAsItWasSigned() {
        var jws = jws(before(1, BEGIN));

        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);

        assertEquals(certificate, verified.certificate());
        assertEquals(1, verified.before().orElseThrow().size());
        assertEquals(3, verified.after().size());
        assertEquals(SealedAct.KEY.id(), verified.signer());
    }

    @Test
    void theFirstNightHasNoHeadBeforeIt() {
        var verified = ReceiptVerifier.verifyDeletion(jws(null), ReceiptVerifierTest.published(SealedAct.KEY)::get);

        assertEquals(Optional.empty(), verified.before());
    }

    @Test
    void itWaitsForTheSealOfAllItsParts() {
        var waiting = new SignedDeletion(certificate, List.of(), Optional.empty(), Optional.empty(), SealedAct.KEY);

        assertEquals(Optional.empty(), waiting.jws());
    }

    @Test
    void aShareIsReadAsItWasSigned() {
        var proof = SealedAct.deposit().proof(SealedAct.KEY);
        var jws = signed(shared(), proof, proof, before(1, BEGIN)).jws().orElseThrow();

        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);

        assertEquals(share, verified.certificate().share());
        assertEquals(Optional.empty(), signed(shared(), proof, null, null).jws(), "it waits for its seal, too");
    }

    @Test
    void aShareWithoutItsEntryInTheJournalIsNone() {
        var proof = SealedAct.deposit().proof(SealedAct.KEY);
        var forged = new LeafProof(
                proof.leaf(), TreeHash.leaf("another".getBytes(US_ASCII)), proof.path(), proof.head(), proof.key());

        var jws = signed(shared(), proof, forged, null).jws().orElseThrow();

        assertTrue(refusal(jws, SealedAct.KEY).contains("not in the journal"));
    }

    @Test
    void whatWasThereBeforeIsNotDeletedAfter() {
        assertTrue(refusal(jws(before(2, BEGIN)), SealedAct.KEY).contains("there before anything was deleted"));
        assertTrue(refusal(jws(before(1, SealedAct.AT)), SealedAct.KEY).contains("signed after the first deletion"));
    }

    @Test
    void aChangedCountIsNotWhatWasSigned() {
        var parts = jws(before(1, BEGIN)).split("\\.", -1);
        var more = Base64URL.from(parts[1]).decodeToString().replace("\"items\":12", "\"items\":13");

        assertEquals(
                "the signature is wrong",
                refusal(parts[0] + "." + Base64URL.encode(more) + "." + parts[2], SealedAct.KEY));
        assertTrue(refusal(jws(null), SealedAct.LATER_KEY).contains("a key that is not known"));
    }

    @Test
    void aReceiptIsNoCertificate() {
        assertEquals(
                "not signed as hubee-deletion-certificate",
                refusal(SealedAct.deposit().jws(), SealedAct.KEY));
    }
}
