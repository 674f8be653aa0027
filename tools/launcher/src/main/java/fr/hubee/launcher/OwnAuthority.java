package fr.hubee.launcher;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamping authority (RFC 3161) of this machine, with a root above it. Its stamps prove nothing to others. */
public final class OwnAuthority {
    public static final String POLICY = "1.2.3.4.1";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String ALIAS = "stamps";
    private static final Duration LIFE_OF_WHAT_IS_KEPT = Duration.ofDays(3650);

    /** Public password: nothing is lost with it. */
    private static final char[] PASSWORD = "of-a-demonstration".toCharArray();

    private final X509Certificate root;
    private final X509Certificate own;
    private final KeyPair keys;

    private OwnAuthority(X509Certificate root, X509Certificate own, KeyPair keys) {
        this.root = root;
        this.own = own;
        this.keys = keys;
    }

    /** Returns the authority in this file, created at the first call; its earlier stamps are still trusted after a restart. */
    public static OwnAuthority keptIn(Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                var kept = KeyStore.getInstance(file.toFile(), PASSWORD);
                var chain = kept.getCertificateChain(ALIAS);
                var own = (X509Certificate) chain[0];
                var key = (PrivateKey) kept.getKey(ALIAS, PASSWORD);
                return new OwnAuthority((X509Certificate) chain[1], own, new KeyPair(own.getPublicKey(), key));
            }
            var made = until(Instant.now().plus(LIFE_OF_WHAT_IS_KEPT));
            made.keep(file);
            return made;
        } catch (GeneralSecurityException invalid) {
            throw new IOException("There is no authority in " + file, invalid);
        }
    }

    private void keep(Path file) throws GeneralSecurityException, IOException {
        var kept = KeyStore.getInstance("PKCS12");
        kept.load(null, PASSWORD);
        kept.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, new Certificate[] {own, root});
        Files.createDirectories(file.getParent());
        try (var bytes = Files.newOutputStream(file)) {
            kept.store(bytes, PASSWORD);
        }
    }

    /** Returns an authority that is valid for a day. */
    public static OwnAuthority good() {
        return until(Instant.now().plus(Duration.ofDays(1)));
    }

    /** @param end of its certificate */
    public static OwnAuthority until(Instant end) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            var above = generator.generateKeyPair();
            var keys = generator.generateKeyPair();
            var rootName = new X500Principal("CN=Root of this machine");
            var now = Instant.now();
            var late = (end.isAfter(now) ? end : now).plus(Duration.ofDays(1));
            var root = builder(rootName, rootName, above, late)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            var own = builder(rootName, new X500Principal("CN=Stamps of this machine"), keys, end)
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return new OwnAuthority(signed(root, above), signed(own, above), keys);
        } catch (GeneralSecurityException | OperatorException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Instant until) {
        var from = Instant.now().minus(Duration.ofDays(30));
        return new JcaX509v3CertificateBuilder(
                issuer, number(), Date.from(from), Date.from(until), subject, keys.getPublic());
    }

    private static BigInteger number() {
        return new BigInteger(Long.SIZE, new SecureRandom());
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, KeyPair above)
            throws GeneralSecurityException, OperatorException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(above.getPrivate())));
    }

    /** Writes the certificate for {@code HUBEE_TSA_CERTIFICATES} and {@code --tsa}. */
    public Path rootIn(Path folder) throws IOException {
        return written(root, folder.resolve("root.pem"));
    }

    public Path ownIn(Path folder) throws IOException {
        return written(own, folder.resolve("own.pem"));
    }

    private static Path written(X509Certificate certificate, Path file) throws IOException {
        try {
            var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] answer(byte[] request, Instant at) throws IOException {
        try {
            return generator(POLICY)
                    .generate(new TimeStampRequest(request), number(), Date.from(at))
                    .getEncoded();
        } catch (TSPException impossible) {
            throw new IOException(impossible);
        }
    }

    public byte[] refusal(int failure, String text) throws IOException {
        try {
            return generator(POLICY).generateFailResponse(2, failure, text).getEncoded();
        } catch (TSPException impossible) {
            throw new IOException(impossible);
        }
    }

    public TimeStampResponseGenerator generator(String policy) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, keys.getPrivate(), own),
                    digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier(policy));
            tokens.addCertificates(new JcaCertStore(List.of(own)));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256));
        } catch (GeneralSecurityException | OperatorException | TSPException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
