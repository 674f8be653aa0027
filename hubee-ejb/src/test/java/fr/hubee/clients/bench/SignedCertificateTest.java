package fr.hubee.clients.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import fr.hubee.directory.subscription.CertificateStore;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A certificate is what the hub has signed of it, and anybody verifies it with the published keys alone. */
class SignedCertificateTest {
    static final SealKey KEY = SealKey.of("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));
    static final UUID ID = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d95");
    static final OrganizationKey EDITOR = new OrganizationKey(OrganizationType.EDT, "99000201800012", "00000");
    static final PartnerInfo SOFTWARE = new PartnerInfo("Ponant", "Escale", "4.2.1");
    static final Instant ISSUED = Instant.parse("2026-11-30T03:00:00Z");
    static final Instant END = Instant.parse("2027-11-30T03:00:00Z");

    static String signed() {
        var made = new SoftwareCertificate(ID, SoftwareProfile.SI, EDITOR, SOFTWARE, ISSUED, END);
        return SignedCertificate.sign(made, "https://hubee.example", List.of("several-files", "nominal"), KEY)
                .jws();
    }

    static String refusal(String jws) {
        return assertThrows(IllegalArgumentException.class, () -> SignedCertificate.verify(jws, KEY.id()::equals))
                .getMessage();
    }

    @Test
    void itsClaimsAreThoseOfTheDocumentInTheirOrder() throws Exception {
        var signed = JWSObject.parse(signed());

        assertEquals("hubee-software-certificate", signed.getHeader().getType().getType());
        assertEquals(KEY.id(), signed.getHeader().getKeyID());
        assertEquals("""
                {"version":1,"iss":"https://hubee.example","sub":"EDT-99000201800012-00000",\
                "jti":"01a21512-0ecd-7002-9569-d7be66989d95","iat":1796007600,"exp":1827543600,"profile":"SI",\
                "software":{"editor":"Ponant","application":"Escale","version":"4.2.1","major":4},\
                "scenarios":["nominal","several-files"]}""", signed.getPayload().toString().replace("\\/", "/"));
    }

    @Test
    void nimbusVerifiesItWithThePublishedKeySet() throws Exception {
        var published = JWKSet.parse(new JWKSet(KEY.published()).toString());
        var signed = JWSObject.parse(signed());
        var key = published.getKeyByKeyId(signed.getHeader().getKeyID()).toOctetKeyPair();

        assertTrue(signed.verify(new Ed25519Verifier(key)));
    }

    @Test
    void itIsReadAsItWasSigned() {
        var read = SignedCertificate.verify(signed(), KEY.id()::equals);

        assertEquals("https://hubee.example", read.issuer());
        assertEquals(List.of("nominal", "several-files"), read.scenarios());
        assertEquals(KEY.id(), read.signer());
        var certificate = read.certificate();
        assertEquals(ID, certificate.id());
        assertEquals(SoftwareProfile.SI, certificate.profile());
        assertEquals(EDITOR, certificate.organization());
        assertEquals(SOFTWARE, certificate.software());
        assertEquals(4, certificate.majorVersion());
        assertEquals(ISSUED, certificate.issuedAt());
        assertEquals(END, certificate.expiresAt());
        assertEquals(signed(), certificate.jws());
    }

    @Test
    void onlyAKeyThatIsTrustedMaySignIt() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SignedCertificate.verify(signed(), name -> false))
                .getMessage()
                .startsWith("signed by a key that is not known"));
    }

    @Test
    void whatWasChangedOrIsSomethingElseIsRefused() {
        var parts = signed().split("\\.", 3);
        var other = Base64URL.from(parts[1]).decodeToString().replace("Escale", "Escala");

        assertEquals("the signature is wrong", refusal(parts[0] + '.' + Base64URL.encode(other) + '.' + parts[2]));
        assertEquals(
                "not signed as hubee-software-certificate",
                refusal(SignedClaims.signWithKey("hubee-receipt", Map.of("version", 1L), KEY)));
        assertEquals(
                "signed, but no certificate",
                refusal(SignedClaims.signWithKey("hubee-software-certificate", Map.of("version", 2L), KEY)));
        assertEquals("not signed as hubee-software-certificate", refusal("eyJ"));
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    static boolean isTrusted(Set<String> certifiers, SealKey own) {
        var service = new CertificationService();
        service.settings = new BenchSettings(false, Optional.empty(), Duration.ofMinutes(2), certifiers);
        service.seal = new SealSettings(Optional.ofNullable(own), Optional.empty(), Optional.empty());
        service.certificates = new CertificateStore() {
            @Override
            public Optional<SoftwareCertificate> find(UUID id) {
                return Optional.empty();
            }
        };
        return service.check(signed()).isPresent();
    }

    @Test
    void aHubTrustsItsOwnKeyAndThoseThatItsOperatorHasNamed() {
        assertTrue(isTrusted(Set.of(), KEY));
        assertTrue(isTrusted(Set.of("other", KEY.id()), SealKey.of(new byte[32])));
        assertFalse(isTrusted(Set.of("other"), SealKey.of(new byte[32])));
        assertFalse(isTrusted(Set.of(), null));
    }

    @Test
    void itsKindIsInItsHeader() {
        assertTrue(SignedCertificate.isOne(signed()));
        assertFalse(SignedCertificate.isOne(SignedClaims.signWithKey("hubee-receipt", Map.of(), KEY)));
        assertFalse(SignedCertificate.isOne("no signature"));
    }
}
