package fr.hubee.clients.token;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.kernel.shared.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The text of a certificate, and the thumbprint stored with tokens ({@code x5t#S256}, RFC 8705 §3.1). */
public final class CertificateText {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final int LONGEST = 16 * 1024;

    private CertificateText() {}

    /** @throws InvalidRequest when it is not one certificate in PEM */
    static X509Certificate read(String pem) {
        var text = pem == null ? "" : pem.strip();
        if (text.contains("PRIVATE KEY")) {
            throw new InvalidRequest(Words.text("clients.certificate.private"));
        }
        if (!text.startsWith(BEGIN) || text.lastIndexOf(BEGIN) > 0 || text.length() > LONGEST) {
            throw notOne();
        }
        try {
            return of(text.getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateException invalid) {
            throw notOne();
        }
    }

    private static InvalidRequest notOne() {
        return new InvalidRequest(Words.text("clients.certificate.paste", BEGIN));
    }

    /** @param bytes PEM or DER */
    public static X509Certificate of(byte[] bytes) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    public static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
