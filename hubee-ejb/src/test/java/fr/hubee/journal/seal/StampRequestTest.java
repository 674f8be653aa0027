package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.seal.StampAuthority.StampRequest;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that an answer counts only if it matches the request, is recent, and comes from a trusted authority. */
class StampRequestTest {
    static final OwnAuthority AUTHORITY = OwnAuthority.good();
    static final byte[] CONTENT = "a head".getBytes(StandardCharsets.US_ASCII);
    final Instant now = Instant.now();

    @TempDir
    Path folder;

    Authorities trusted;
    StampRequest request = new StampRequest(CONTENT, Optional.of(OwnAuthority.POLICY));

    @BeforeEach
    void trustItsRoot() throws IOException {
        trusted = Authorities.of(List.of(AUTHORITY.rootIn(folder)));
    }

    TimeStampRequest sent() throws IOException {
        return new TimeStampRequest(request.bytes());
    }

    void assertRefused(String reason, byte[] answer) {
        var refused = assertThrows(IOException.class, () -> request.read(answer, trusted, now));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    /** Returns the answer to the same request with another content or nonce. */
    byte[] answerTo(String content, BigInteger nonce) throws IOException {
        var other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return AUTHORITY.answer(
                other.generate(TSPAlgorithms.SHA256, Sha256.of(content.getBytes(StandardCharsets.US_ASCII)), nonce)
                        .getEncoded(),
                now);
    }

    @Test
    void itAsksForSha256WithANonceItsCertificateAndAPolicy() throws IOException {
        assertEquals(TSPAlgorithms.SHA256, sent().getMessageImprintAlgOID());
        assertTrue(sent().getCertReq());
        assertTrue(sent().getNonce().bitLength() > 30);
        assertEquals(OwnAuthority.POLICY, sent().getReqPolicy().getId());
    }

    @Test
    void anAnswerToItIsAStampOfNow() throws IOException {
        var stamp = request.read(AUTHORITY.answer(request.bytes(), now), trusted, now);

        assertEquals(now.getEpochSecond(), stamp.at().getEpochSecond());
        assertEquals("CN=Stamps of this machine", stamp.authority());
        Stamp.of(stamp.bytes()).check(CONTENT, trusted);
    }

    @Test
    void anotherNonceIsRefused() throws IOException {
        assertRefused("wrong nonce", answerTo("a head", BigInteger.TEN));
    }

    @Test
    void aStampOfSomethingElseIsRefused() throws IOException {
        assertRefused("different message imprint", answerTo("another head", sent().getNonce()));
        var stamp = request.read(AUTHORITY.answer(request.bytes(), now), trusted, now);
        assertThrows(
                IllegalArgumentException.class,
                () -> stamp.check("another head".getBytes(StandardCharsets.US_ASCII), trusted));
    }

    /** Checks an answer with a policy when none was requested. */
    @Test
    void anotherPolicyIsRefused() throws IOException, TSPException {
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        var without = asked.generate(TSPAlgorithms.SHA256, Sha256.of(CONTENT), sent().getNonce());
        var answer = AUTHORITY.generator("1.2.3.4.2").generate(without, BigInteger.ONE, Date.from(now));

        assertRefused("TSA policy wrong", answer.getEncoded());
    }

    @Test
    void whatItDoesNotGrantIsReportedWithItsReason() throws IOException {
        assertRefused(
                "it refuses: status 2, timeNotAvailable (no clock)",
                AUTHORITY.refusal(PKIFailureInfo.timeNotAvailable, "no clock"));
        assertRefused("badAlg", AUTHORITY.refusal(PKIFailureInfo.badAlg, null));
    }

    @Test
    void anAuthorityThatIsNotTrustedIsRefused() throws IOException {
        assertRefused(
                "is not trusted: CN=Stamps of this machine", OwnAuthority.good().answer(request.bytes(), now));
    }

    @Test
    void itsOwnCertificateMayBeTrustedWithoutItsRoot() throws IOException {
        var own = Authorities.of(List.of(AUTHORITY.ownIn(folder)));

        request.read(AUTHORITY.answer(request.bytes(), now), own, now);
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws IOException {
        var expired = OwnAuthority.until(now.minus(Duration.ofDays(1)));
        trusted = Authorities.of(List.of(expired.ownIn(folder)));

        assertRefused("certificate not valid", expired.answer(request.bytes(), now));
    }

    @Test
    void aStampOfAnotherTimeIsRefused() throws IOException {
        assertRefused("its time is ", AUTHORITY.answer(request.bytes(), now.minus(Duration.ofMinutes(6))));
        assertRefused("its time is ", AUTHORITY.answer(request.bytes(), now.plus(Duration.ofMinutes(6))));
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused("its answer is refused", "<html>busy</html>".getBytes(StandardCharsets.US_ASCII));
    }
}
