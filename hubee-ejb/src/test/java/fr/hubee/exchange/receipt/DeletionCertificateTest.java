package fr.hubee.exchange.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
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
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** A certificate proves the deletions between two heads of the journal. */
class DeletionCertificateTest {
    static final Instant BEGIN = SealedAct.AT.minusSeconds(60);
    static final LeafProof PROOF = SealedAct.deposit().proof(SealedAct.KEY);

    static SignedHead before(long size, Instant at) {
        var head = new TreeHead(size, TreeHash.leaf(new byte[] {1}), at);
        return new SignedHead(head.sign(SealedAct.KEY), SignedClaims.bare(SealedAct.KEY.published()));
    }

    String jws(SignedHead before) {
        return new SignedDeletion(certificate(PROOF, null, before), SealedAct.KEY)
                .jws()
                .orElseThrow();
    }

    static DeletionCertificate certificate(LeafProof proof, Share share, SignedHead before) {
        return new DeletionCertificate(
                SealedAct.CASE,
                "EtatCivil",
                OrganizationKey.parse(SealedAct.OPERATOR).orElseThrow(),
                List.of(new Part(
                        Kind.FILES, "IN_PROGRESS+4", 12, 3456, BEGIN, SealedAct.AT, "ab12", SealedAct.ENTRY, proof)),
                2,
                "cd34",
                before,
                share,
                new SignedHead(PROOF.head(), PROOF.key()));
    }

    /** Returns the share of an organisation. */
    static Share share(LeafProof proof) {
        var town = OrganizationKey.parse(SealedAct.TOWN).orElseThrow();
        return new Share(town, 3, 456, 1, 0, "ef56", SealedAct.ENTRY, proof);
    }

    static Optional<String> shared(LeafProof proof) {
        return new SignedDeletion(certificate(PROOF, share(proof), before(1, BEGIN)), SealedAct.KEY).jws();
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

        assertEquals(certificate(PROOF, null, before(1, BEGIN)), verified.certificate());
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
        var waiting = new SignedDeletion(certificate(null, null, null), SealedAct.KEY);

        assertEquals(Optional.empty(), waiting.jws());
    }

    @Test
    void aShareIsReadAsItWasSigned() {
        var jws = shared(PROOF).orElseThrow();

        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);

        assertEquals(share(PROOF), verified.certificate().share());
        assertEquals(Optional.empty(), shared(null), "it waits for its seal, too");
    }

    /** Its digest is that of the certificate which the first release with shares has signed. */
    @Test
    void theClaimsAreStillTheSame() {
        var claims = shared(PROOF).orElseThrow().split("\\.", -1)[1];

        assertEquals("8ba9a3f7e5e1a2bf386a3550b306ed755b106c2bdb393a36f89f189b35610a42", DigestUtils.sha256Hex(claims));
    }

    @Test
    void aShareWithoutItsEntryInTheJournalIsNone() {
        var forged = new LeafProof(
                PROOF.leaf(), TreeHash.leaf("another".getBytes(US_ASCII)), PROOF.path(), PROOF.head(), PROOF.key());

        assertTrue(refusal(shared(forged).orElseThrow(), SealedAct.KEY).contains("not in the journal"));
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

    @Test
    void aPartThatMissesAnythingItMustHaveIsNone() throws ParseException {
        var claims = ReceiptVerifierTest.claims(jws(before(1, BEGIN)));
        var part = JSONObjectUtils.getJSONObjectArray(claims, "parts")[0];
        for (var name : List.of("kind", "from", "to", "entry", "journal")) {
            claims.put("parts", List.of(ReceiptVerifierTest.without(name, part)));
            var signed = SignedClaims.signWithKey(SignedDeletion.TYPE, claims, SealedAct.KEY);
            assertEquals("signed, but no certificate", refusal(signed, SealedAct.KEY), name);
        }
    }

    @Test
    void aCertificateAddsItsPartsOfAKindAndSpansThemAll() {
        var files = certificate(PROOF, null, null).parts().get(0);
        var later = SealedAct.AT.plusSeconds(1);
        var other = new Part(Kind.CASES, "60", 2, 10, SealedAct.AT, later, "ef", SealedAct.ENTRY, null);
        var both = new DeletionCertificate(
                SealedAct.CASE, "EtatCivil", null, List.of(files, other, files), 0, "", null, null, null);

        assertEquals(24, both.items(Kind.FILES));
        assertEquals(2, both.items(Kind.CASES));
        assertEquals(0, both.items(Kind.FOLDERS));
        assertEquals(2 * 3456 + 10, both.bytes());
        assertEquals(BEGIN, both.from());
        assertEquals(later, both.to());
    }

    @Test
    void aCertificateNamesTheOperatorAndTheOrganisationOfTheShare() {
        var share = share(PROOF);
        var whole = certificate(PROOF, null, null);

        assertEquals(List.of(whole.operator()), whole.organizations().toList());
        assertEquals(
                List.of(whole.operator(), share.organization()),
                certificate(PROOF, share, null).organizations().toList());
        assertEquals(
                List.of(3L, 1L, 0L), Stream.of(Kind.values()).map(share::items).toList());
    }

    @Test
    void theLinkOfACertificateNamesItOrTheEntryOfItsShare() {
        var whole = certificate(PROOF, null, null);
        var share = share(PROOF);

        assertEquals(Optional.of(new ReceiptLink(whole.id(), SignedDeletion.NO_CASE)), link(whole));
        assertEquals(
                Optional.of(new ReceiptLink(share.entry(), SignedDeletion.NO_CASE)),
                link(certificate(PROOF, share, null)));
        assertEquals(Optional.empty(), link(certificate(PROOF, share(null), null)));
        assertEquals(whole, new SignedDeletion(whole, SealedAct.KEY).certificate());
    }

    @Test
    void withoutAKeyThereIsNeitherASignatureNorALink() {
        var unsigned = new SignedDeletion(certificate(PROOF, null, null), null);

        assertFalse(unsigned.isReady());
        assertEquals(Optional.empty(), unsigned.jws());
        assertEquals(Optional.empty(), unsigned.link());
    }

    private static Optional<ReceiptLink> link(DeletionCertificate certificate) {
        return new SignedDeletion(certificate, SealedAct.KEY).link().flatMap(ReceiptLinkTest::verify);
    }

    @Test
    void allKeysOfACertificateAreFoundInIt() {
        var both = Set.of(SealedAct.KEY.id(), SealedAct.LATER_KEY.id());
        var later = SealedAct.deposit().proof(SealedAct.LATER_KEY);

        assertEquals(both, keys(certificate(PROOF, share(later), null)));
        assertEquals(both, keys(certificate(later, null, null)));
    }

    private static Set<String> keys(DeletionCertificate certificate) {
        var jws = new SignedDeletion(certificate, SealedAct.KEY).jws().orElseThrow();
        return ReceiptVerifier.keysIn(jws).keySet();
    }
}
