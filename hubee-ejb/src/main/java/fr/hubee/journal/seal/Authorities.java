package fr.hubee.journal.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** The authorities whose time stamps are accepted: their certificates, or those above them. */
public final class Authorities {
    private final List<X509Certificate> trusted;

    private Authorities(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    public static Authorities none() {
        return new Authorities(List.of());
    }

    /** @param files of certificates in PEM, one or several in each */
    public static Authorities of(Collection<Path> files) throws IOException {
        var found = new ArrayList<X509Certificate>();
        for (var file : files) {
            found.addAll(read(file));
        }
        return new Authorities(found);
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("there is no certificate in " + file);
            }
            return found;
        } catch (GeneralSecurityException invalid) {
            throw new IOException("there is no certificate in " + file, invalid);
        }
    }

    public boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * @param carried the certificates that came with it: those between it and a trusted one
     * @param at when it signed; its revocation is not checked
     * @throws IllegalArgumentException if it leads to no trusted one
     */
    void check(X509Certificate signer, Collection<X509Certificate> carried, Instant at) {
        if (trusted.contains(signer)) {
            return; // its own time is checked with the signature
        }
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(signer);
            var anchors =
                    trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
            var path = new PKIXBuilderParameters(anchors, wanted);
            path.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(all(signer, carried))));
            path.setDate(Date.from(at));
            path.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(path);
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException(
                    "the certificate of the authority is not trusted: " + signer.getSubjectX500Principal() + ", of "
                            + signer.getIssuerX500Principal(),
                    invalid);
        }
    }

    private static List<Certificate> all(X509Certificate signer, Collection<X509Certificate> carried) {
        var all = new ArrayList<Certificate>(carried);
        all.add(signer);
        return all;
    }
}
