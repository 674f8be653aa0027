package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.clients.token.CertificateText;
import fr.hubee.clients.token.ClientProofService;
import fr.hubee.clients.token.TokenOutcome;
import fr.hubee.clients.token.TokenRequest;
import fr.hubee.clients.token.TokenService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Organizations;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that a token that is bound to a certificate (RFC 8705) is useless to a thief. */
class StolenTokenIT extends InServer {
    /** A certificate whose key was thrown away. */
    static final String OWN = """
            -----BEGIN CERTIFICATE-----
            MIIBzjCCAXOgAwIBAgIUBCHnm5ZVvE5C+XfD0tyyZTzVxCgwCgYIKoZIzj0EAwIw
            OzEdMBsGA1UEAwwUTG9naWNpZWwgZGUgVmFsYm91cmcxGjAYBgNVBAoMEUNvbW11
            bmUgZCdleGVtcGxlMCAXDTI2MTEyNTIzNTQxN1oYDzIxMjYxMTAxMjM1NDE3WjA7
            MR0wGwYDVQQDDBRMb2dpY2llbCBkZSBWYWxib3VyZzEaMBgGA1UECgwRQ29tbXVu
            ZSBkJ2V4ZW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATp2okpO0Fzcg9F
            LPQfopgqbc4eWRRjzABkiFgiq8gK3y0RVJocyfUX4MDx/TxwHjgtEExqGfvNqcpN
            crJ5tkXuo1MwUTAdBgNVHQ4EFgQUwaFWvo71zHVhH0ucC174b/3jHdYwHwYDVR0j
            BBgwFoAUwaFWvo71zHVhH0ucC174b/3jHdYwDwYDVR0TAQH/BAUwAwEB/zAKBggq
            hkjOPQQDAgNJADBGAiEAho7/7YJCskK8LHFlgESvosxGPBDQ9F9XrBksnUDFFUMC
            IQCXbLSCC3HTJrvbJXMPHiCd5uk3DnnVW/teTEEW4ZTbEw==
            -----END CERTIFICATE-----""";

    static final String OTHER = """
            -----BEGIN CERTIFICATE-----
            MIIBkDCCATWgAwIBAgIUX1sTv90zLUbWOTU8Z9Nf/KXg+0AwCgYIKoZIzj0EAwIw
            HDEaMBgGA1UEAwwRUXVlbHF1J3VuIGQnYXV0cmUwIBcNMjYxMTI1MjM1NDE3WhgP
            MjEyNjExMDEyMzU0MTdaMBwxGjAYBgNVBAMMEVF1ZWxxdSd1biBkJ2F1dHJlMFkw
            EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXYub+d47NU01aN/tO2k/0MiRFYB2ze36
            OrWHiFZllTJ0agoxK3j6hmsw05XgBK7+DozN5akbPxxYhIEWgYNT/aNTMFEwHQYD
            VR0OBBYEFJgl6iq4iNpa/qXVrpqU4mNp5jJqMB8GA1UdIwQYMBaAFJgl6iq4iNpa
            /qXVrpqU4mNp5jJqMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIh
            ANAzT66z7EE9VpbG68AQwHxo57nLzg2jq9Sk44GlLE+7AiEA4Xkg6/e5VkVYTKP0
            pEejBuVjffZDMlp9LsCZLH7zPCA=
            -----END CERTIFICATE-----""";

    static final String ENDED = """
            -----BEGIN CERTIFICATE-----
            MIIBiTCCAS+gAwIBAgIUJR+pI6DE15yQt7Pv0bfygLvO0rgwCgYIKoZIzj0EAwIw
            GjEYMBYGA1UEAwwPQ2VydGlmaWNhdCBmaW5pMB4XDTIwMDEwMTAwMDAwMFoXDTIx
            MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPQ2VydGlmaWNhdCBmaW5pMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAERawl6iHn5KGGavLoQabyqr7B31RzE+Oj2cekVihV
            BTIJIipnRZ8pcg+Zo9KUx2f2JJ2PQMm1G9z5MkNUK8AszqNTMFEwHQYDVR0OBBYE
            FA1slNEL8bDIpMVIzNEtCPp6Y93FMB8GA1UdIwQYMBaAFA1slNEL8bDIpMVIzNEt
            CPp6Y93FMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAM3RDUIT
            d4yRz2WVX2TV3cK/KC16ZhawpMKpBiAdaOBNAiB3lCa48P+XPpuLPo6luFADHsvQ
            UC0NX2oQQm2pX4yaLg==
            -----END CERTIFICATE-----""";

    static final String HOME = "127.74.0.1";
    static final String ELSEWHERE = "127.75.0.1";
    static final Caller NATIONAL = new Caller(
                    "n@numerique.gouv.fr", null, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), "192.0.2.1")
            .proven(Instant.MAX);

    @Inject
    ApiClientService clients;

    @Inject
    ClientProofService proofs;

    @Inject
    TokenService tokens;

    ShownCredentials pair;

    @BeforeEach
    void anOperatorsSoftwareHasACertificate() throws Exception {
        var operator = Organizations.registered(OrganizationType.OSL, "Opérateur");
        pair = AsCaller.call(NATIONAL, () -> clients.create(NATIONAL, Scope.OSL, operator, NewSecret.random()));
        AsCaller.run(NATIONAL, () -> proofs.addCertificate(NATIONAL, pair.clientId(), OWN));
    }

    static String thumbprint(String pem) {
        try {
            return CertificateText.thumbprint(CertificateText.of(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException impossible) {
            throw new AssertionError(impossible);
        }
    }

    TokenOutcome ask(String certificate) {
        return tokens.issue(new TokenRequest(
                pair.clientId(), pair.clientSecret(), null, "client_credentials", null, HOME, certificate));
    }

    String token(String certificate) {
        return assertInstanceOf(TokenOutcome.Issued.class, ask(certificate)).accessToken();
    }

    boolean opens(String token, String address, String certificate) {
        return tokens.admit(token, address, () -> certificate, limit -> {}).isPresent();
    }

    @Test
    void aBoundTokenOpensWithItsCertificateOnlyAlsoWhileItIsRemembered() throws Exception {
        var token = token(thumbprint(OWN));

        assertTrue(!opens(token, ELSEWHERE, null));
        assertTrue(opens(token, HOME, thumbprint(OWN)));
        assertTrue(!opens(token, ELSEWHERE, null));
        assertTrue(!opens(token, ELSEWHERE, thumbprint(OTHER)));
        new Stranger(ELSEWHERE).get("/notifications", token).expect(401);
        assertTrue(opens(token, HOME, thumbprint(OWN)));
    }

    @Test
    void aThiefsForgedHeaderIsNoCertificate() throws Exception {
        var token = token(thumbprint(OWN));
        var bare = OWN.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var headers = Map.of("Authorization", "Bearer " + token, "Client-Cert", ":" + bare + ":");

        new Stranger(ELSEWHERE)
                .send("GET", "/teledossiers/v1/notifications", headers, "")
                .expect(401);
    }

    @Test
    void softwareThatComesWithoutACertificateOrWithAnotherNoticesNothing() throws Exception {
        assertTrue(opens(token(null), ELSEWHERE, null));
        assertTrue(opens(token(thumbprint(OTHER)), ELSEWHERE, null));
    }

    @Test
    void whenItIsRequiredASecretThatWasStolenGivesNoToken() throws Exception {
        var former = token(null);
        assertTrue(opens(former, HOME, null));

        AsCaller.run(NATIONAL, () -> proofs.require(NATIONAL, pair.clientId(), false, true));

        assertInstanceOf(TokenOutcome.InvalidClient.class, ask(null));
        assertInstanceOf(TokenOutcome.InvalidClient.class, ask(thumbprint(OTHER)));
        assertTrue(opens(token(thumbprint(OWN)), HOME, thumbprint(OWN)));
        awaitClosed(former, null);
    }

    @Test
    void aCertificateThatIsRemovedEndsItsTokens() throws Exception {
        var token = token(thumbprint(OWN));
        assertTrue(opens(token, HOME, thumbprint(OWN)));

        AsCaller.run(NATIONAL, () -> {
            var certificate =
                    proofs.read(NATIONAL, pair.clientId()).certificates().get(0);
            assertEquals(thumbprint(OWN), certificate.thumbprint());
            proofs.removeCertificate(NATIONAL, pair.clientId(), certificate.id());
        });

        awaitClosed(token, thumbprint(OWN));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(NATIONAL, () -> proofs.addCertificate(NATIONAL, pair.clientId(), ENDED)));
    }

    void awaitClosed(String token, String certificate) {
        Wait.untilForgotten(() -> !opens(token, HOME, certificate));
    }
}
