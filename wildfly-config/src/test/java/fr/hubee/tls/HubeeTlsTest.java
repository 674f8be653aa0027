package fr.hubee.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.SelfSigned;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubeeTlsTest {
    @TempDir
    Path folder;

    @Test
    void theFilesThatAreNamedAreShown() throws Exception {
        files("EC");

        var keys = KeyManagerFactory.getInstance(HubeeTls.NAME, provider(named()));
        keys.init(null, null);

        assertInstanceOf(RenewedKeys.class, keys.getKeyManagers()[0]);
    }

    @Test
    void withoutFilesTheKeyStoreOfTheServerStays() throws Exception {
        var keys = KeyManagerFactory.getInstance(HubeeTls.NAME, provider(Map.of("HUBEE_TLS_KEY", " ")));
        var empty = KeyStore.getInstance(KeyStore.getDefaultType());
        empty.load(null, null);
        keys.init(empty, null);

        assertEquals(1, keys.getKeyManagers().length);
    }

    @Test
    void anyCertificateOfACallerIsLetThroughUntilAuthoritiesAreNamed() throws Exception {
        var files = files("EC");

        var any = TrustManagerFactory.getInstance(HubeeTls.NAME, provider(named()));
        any.init((KeyStore) null);
        assertInstanceOf(AnyCertificate.class, any.getTrustManagers()[0]);

        var settings = new HashMap<>(named());
        settings.put("HUBEE_TLS_CLIENT_AUTHORITIES", files.certificate().toString());
        var some = TrustManagerFactory.getInstance(HubeeTls.NAME, provider(settings));
        some.init((KeyStore) null);
        var trusting = (X509TrustManager) some.getTrustManagers()[0];
        assertEquals(1, trusting.getAcceptedIssuers().length);
        var stranger = Pem.certificates(writeStranger());
        assertThrows(
                CertificateException.class,
                () -> trusting.checkClientTrusted(stranger.toArray(X509Certificate[]::new), "EC"));
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStart() throws Exception {
        var files = files("EC");
        Files.writeString(files.key(), SelfSigned.make(folder, "other", "EC").key());

        var refusal = assertThrows(InvalidKeyException.class, () -> provider(named()));

        assertEquals("The key is not that of the certificate", refusal.getMessage());
    }

    @Test
    void whatIsHalfSetOrMissingStopsTheStart() throws Exception {
        assertThrows(NoSuchFileException.class, () -> provider(named()));
        assertThrows(IllegalStateException.class, () -> provider(Map.of("HUBEE_TLS_CERTIFICATE", "/there")));

        var files = files("RSA");
        Files.writeString(files.key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThrows(InvalidKeyException.class, () -> provider(named()));
    }

    private static HubeeTls provider(Map<String, String> settings) throws Exception {
        return new HubeeTls(TlsFiles.read(settings::get));
    }

    private IdentityFiles files(String algorithm) throws Exception {
        var files = new IdentityFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        SelfSigned.make(folder, "hub", algorithm).write(files.certificate(), files.key(), 1);
        return files;
    }

    private Path writeStranger() throws Exception {
        var stranger = SelfSigned.make(folder, "stranger", "EC").certificate();
        return Files.writeString(folder.resolve("stranger.pem"), stranger);
    }

    private Map<String, String> named() {
        return Map.of(
                "HUBEE_TLS_CERTIFICATE",
                folder.resolve("certificate.pem").toString(),
                "HUBEE_TLS_KEY",
                folder.resolve("key.pem").toString());
    }
}
