package fr.hubee.websecurity;

import fr.hubee.http.peer.TrustedPeer;
import fr.hubee.token.CertificateText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificate that a caller has proven to hold: to this server, or to one of our proxies, which hands it over in a header.
 * From anybody else that header is not read.
 */
public final class PresentedCertificate {
    private static final String TLS = "jakarta.servlet.request.X509Certificate";
    private static final List<String> HEADERS = List.of("Client-Cert", "X-SSL-Client-Cert");

    private PresentedCertificate() {}

    /** Null when there is none. */
    public static String thumbprint(HttpServletRequest request) {
        return thumbprint(request, TrustedPeer.broughtThisRequest());
    }

    static String thumbprint(HttpServletRequest request, boolean broughtByOurProxy) {
        try {
            var certificate = broughtByOurProxy ? handedOver(request) : ofThisConnection(request);
            return certificate == null ? null : CertificateText.thumbprint(certificate);
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static X509Certificate ofThisConnection(HttpServletRequest request) {
        return request.getAttribute(TLS) instanceof X509Certificate[] chain && chain.length > 0 ? chain[0] : null;
    }

    /** Of several, nobody knows which one the proxy has written. */
    private static X509Certificate handedOver(HttpServletRequest request) throws CertificateException {
        var told = HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(request.getHeaders(name)))
                .flatMap(values -> Collections.list(values).stream())
                .filter(value -> !value.isBlank())
                .toList();
        return told.size() == 1 ? CertificateText.of(bytes(told.get(0))) : null;
    }

    /** A byte sequence between colons (RFC 9440), or PEM as proxies write it: escaped for an address, on one line, or bare. */
    private static byte[] bytes(String value) {
        var text = value.contains("%") ? URLDecoder.decode(value, StandardCharsets.US_ASCII) : value;
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("[\\s:]", ""));
    }
}
