package fr.hubee.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.launcher.SelfSigned;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedKeysTest {
    @TempDir
    Path folder;

    IdentityFiles files;
    RenewedKeys manager;

    @BeforeEach
    void aCertificateIsThere() throws Exception {
        files = new IdentityFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        manager = new RenewedKeys(files);
        SelfSigned.make(folder, "first", "EC").write(files.certificate(), files.key(), 1);
    }

    @Test
    void theCertificateIsShownToWhoeverKnowsItsKindOfKey() {
        assertEquals("CN=first", shown("EC"));
        assertNull(choose("RSA"));
    }

    @Test
    void replacedFilesAreShownToTheNextCaller() throws Exception {
        assertEquals("CN=first", shown("EC"));

        SelfSigned.make(folder, "second", "RSA").write(files.certificate(), files.key(), 2);

        assertEquals("CN=second", shown("RSA"));
        assertNull(choose("EC"));
    }

    @Test
    void whoWasAnsweredByTheFormerCertificateStillFindsItsKey() throws Exception {
        var former = choose("EC");

        SelfSigned.make(folder, "second", "EC").write(files.certificate(), files.key(), 2);

        assertNotEquals(former, choose("EC"));
        assertEquals("CN=first", name(former));
        assertEquals("EC", manager.getPrivateKey(former).getAlgorithm());
    }

    @Test
    void halfAReplacementLeavesTheFormerCertificateInUse() throws Exception {
        assertEquals("CN=first", shown("EC"));
        var second = SelfSigned.make(folder, "second", "EC");

        SelfSigned.write(files.certificate(), second.certificate(), 2);
        assertEquals("CN=first", shown("EC"));

        second.write(files.certificate(), files.key(), 3);
        assertEquals("CN=second", shown("EC"));
    }

    String choose(String keyType) {
        return manager.chooseEngineServerAlias(keyType, null, null);
    }

    String shown(String keyType) {
        return name(choose(keyType));
    }

    String name(String alias) {
        return manager.getCertificateChain(alias)[0].getSubjectX500Principal().getName();
    }
}
