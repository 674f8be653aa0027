package fr.hubee.websecurity;

import fr.hubee.clients.token.CertificateText;
import fr.hubee.http.TrustedProxies;
import io.undertow.server.RenegotiationRequiredException;
import io.undertow.server.SSLSessionInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The caller's certificate, proven to this server or to one of our proxies, which passes it in a header. The header is
 * ignored from any other source.
 */
public final class PresentedCertificate {
    private static final List<String> HEADERS = List.of("Client-Cert", "X-SSL-Client-Cert");

    private PresentedCertificate() {}

    /** Returns null without a certificate. */
    public static String thumbprint(HttpServletRequest request) {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        return thumbprint(
                request,
                TrustedProxies.brought(exchange),
                exchange.getConnection().getSslSessionInfo());
    }

    /** @param tls null without TLS */
    static String thumbprint(HttpServletRequest request, boolean broughtByOurProxy, SSLSessionInfo tls) {
        try {
            var certificate = broughtByOurProxy ? handedOver(request) : ofThisConnection(tls);
            return certificate == null ? null : CertificateText.thumbprint(certificate);
        } catch (CertificateException | IllegalArgumentException invalid) {
            return null;
        }
    }

    /** Returns the certificate of the connection; during authentication the request attribute is not set yet. */
    private static X509Certificate ofThisConnection(SSLSessionInfo tls) {
        try {
            var chain = tls == null ? new Certificate[0] : tls.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own ? own : null;
        } catch (SSLPeerUnverifiedException | RenegotiationRequiredException failure) {
            return null;
        }
    }

    /** Returns the certificate in the header; with several headers, it is unknown which one the proxy wrote. */
    private static X509Certificate handedOver(HttpServletRequest request) throws CertificateException {
        var told = HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(request.getHeaders(name)))
                .flatMap(values -> Collections.list(values).stream())
                .filter(value -> !value.isBlank())
                .toList();
        return told.size() == 1 ? CertificateText.of(bytes(told.get(0))) : null;
    }

    /**
     * Returns the bytes of a sequence between colons (RFC 9440), or of PEM as proxies write it: URL-encoded, on one line, or bare base64.
     */
    private static byte[] bytes(String value) {
        var text = value.contains("%") ? URLDecoder.decode(value, StandardCharsets.US_ASCII) : value;
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("[\\s:]", ""));
    }
}
