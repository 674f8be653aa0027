package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTextTest {
    /** A test certificate whose key was deleted. */
    static final String PEM = """
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

    @Test
    void aCertificateIsKnownByTheDigestOfItsBytes() {
        // openssl x509 -outform der | sha256sum
        assertEquals(
                "Cu1zsKNmJYt7L2Z2AqKMCIYmUk2MYHmGBW7K867q-fw",
                CertificateText.thumbprint(CertificateText.read("\n" + PEM + "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
    void whatIsNoCertificateIsRefused(String text) {
        assertThrows(InvalidRequest.class, () -> CertificateText.read(text));
    }

    @Test
    void severalAtOnceAreRefused() {
        assertThrows(InvalidRequest.class, () -> CertificateText.read(PEM + "\n" + PEM));
    }

    @Test
    void aPrivateKeyThatIsPastedIsRefusedWithAWarning() {
        var both = PEM + "\n-----BEGIN " + "PRIVATE KEY-----\nAAAA";

        var refusal = assertThrows(InvalidRequest.class, () -> CertificateText.read(both));
        assertTrue(refusal.getMessage().contains("Cette clé a été montrée"), refusal.getMessage());
    }

    @Test
    void aTextAsLongAsAllowedIsReadAndOneCharacterMoreIsNot() {
        var begin = PEM.replace("\n-----END CERTIFICATE-----", "");
        var end = "\n-----END CERTIFICATE-----";
        var longest = begin + "\n".repeat(16 * 1024 - begin.length() - end.length()) + end;

        assertNotNull(CertificateText.read(longest));
        assertThrows(InvalidRequest.class, () -> CertificateText.read(longest.replace(end, "\n" + end)));
    }
}
