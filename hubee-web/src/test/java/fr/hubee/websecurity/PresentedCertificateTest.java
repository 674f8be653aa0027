package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.clients.token.CertificateText;
import io.undertow.server.SSLSessionInfo;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class PresentedCertificateTest {
    /** A certificate whose key was thrown away. */
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

    static final String DER = PEM.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    static final String THUMBPRINT = "Cu1zsKNmJYt7L2Z2AqKMCIYmUk2MYHmGBW7K867q-fw";

    static HttpServletRequest request(Map<String, List<String>> headers) {
        return one(
                HttpServletRequest.class,
                "getHeaders",
                arguments -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of())));
    }

    /** Returns a connection whose other end presented these certificates; none when it was not asked, or has none. */
    static SSLSessionInfo tls(X509Certificate... chain) {
        return one(SSLSessionInfo.class, "getPeerCertificates", none -> {
            if (chain.length == 0) {
                throw new SSLPeerUnverifiedException("peer not authenticated");
            }
            return chain;
        });
    }

    interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    static <T> T one(Class<T> kind, String question, Answer answer) {
        return kind.cast(Proxy.newProxyInstance(
                PresentedCertificateTest.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (!method.getName().equals(question)) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.to(arguments);
                }));
    }

    static String broughtByOurProxy(Map<String, List<String>> headers) {
        return PresentedCertificate.thumbprint(request(headers), true, null);
    }

    @Test
    void ourProxyHandsItOverAsItsSoftwareWritesIt() {
        var escaped = URLEncoder.encode(PEM, StandardCharsets.US_ASCII).replace("+", "%20");

        assertEquals(THUMBPRINT, broughtByOurProxy(Map.of("Client-Cert", List.of(":" + DER + ":"))));
        assertEquals(THUMBPRINT, broughtByOurProxy(Map.of("X-SSL-Client-Cert", List.of(escaped))));
        assertEquals(THUMBPRINT, broughtByOurProxy(Map.of("X-SSL-Client-Cert", List.of(PEM.replace('\n', ' ')))));
        assertEquals(THUMBPRINT, broughtByOurProxy(Map.of("X-SSL-Client-Cert", List.of(DER))));
    }

    @Test
    void fromAnybodyElseTheHeaderIsNotRead() {
        var request = request(Map.of("Client-Cert", List.of(":" + DER + ":")));

        assertNull(PresentedCertificate.thumbprint(request, false, null));
        assertNull(PresentedCertificate.thumbprint(request, false, tls()));
    }

    @Test
    void ofSeveralNobodyKnowsWhichTheProxyHasWritten() {
        assertNull(broughtByOurProxy(Map.of("Client-Cert", List.of(":" + DER + ":", ":" + DER + ":"))));
        assertNull(
                broughtByOurProxy(Map.of("Client-Cert", List.of(":" + DER + ":"), "X-SSL-Client-Cert", List.of(DER))));
    }

    @Test
    void whatCannotBeReadIsNone() {
        assertNull(broughtByOurProxy(Map.of("Client-Cert", List.of(":AAAA:"))));
        assertNull(broughtByOurProxy(Map.of("X-SSL-Client-Cert", List.of("%zz"))));
        assertNull(broughtByOurProxy(Map.of("X-SSL-Client-Cert", List.of("(null)"))));
        assertNull(broughtByOurProxy(Map.of()));
    }

    @Test
    void thatOfTheConnectionIsTheCallersUnlessAProxyHoldsTheOtherEnd() throws CertificateException {
        var tls = tls(CertificateText.of(PEM.getBytes(StandardCharsets.US_ASCII)));

        assertEquals(THUMBPRINT, PresentedCertificate.thumbprint(request(Map.of()), false, tls));
        assertNull(PresentedCertificate.thumbprint(request(Map.of()), true, tls));
    }
}
