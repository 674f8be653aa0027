package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.files.encryption.KeysAtStart.FastAesGcm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FastAesGcmTest {
    final byte[] content = new byte[3 * Segments.STORED + 7];
    final DataKey key = DataKey.fresh();

    @BeforeEach
    void onTheProcessorThatServersHave() {
        new Random(15).nextBytes(content);
        assumeTrue(System.getProperty("os.arch").equals("amd64")
                && System.getProperty("os.name").equals("Linux"));
        assertTrue(FastAesGcm.use());
    }

    @AfterEach
    void leave() {
        FastAesGcm.leave();
    }

    @Test
    void onlyAesGcmIsItsOwnAndOnlyUntilItLeaves() throws GeneralSecurityException {
        assertEquals("HubEE-AES", provider("AES/GCM/NoPadding"));
        assertEquals("SunJCE", provider("AES/CBC/PKCS5Padding"));
        FastAesGcm.leave();
        assertEquals("SunJCE", provider("AES/GCM/NoPadding"));
    }

    @Test
    void whatOneHasEncryptedTheOtherReads() throws GeneralSecurityException, IOException {
        var fast = encrypted();
        FastAesGcm.leave();
        assertArrayEquals(content, decrypted(fast));
        var slow = encrypted();
        FastAesGcm.use();
        assertArrayEquals(content, decrypted(slow));
    }

    @Test
    void oneAlteredBitIsFound() throws IOException {
        var stored = encrypted();
        stored[stored.length - 20] ^= 1;

        assertThrows(IOException.class, () -> decrypted(stored));
    }

    private static String provider(String cipher) throws GeneralSecurityException {
        return Cipher.getInstance(cipher).getProvider().getName();
    }

    private byte[] encrypted() throws IOException {
        var stored = new ByteArrayOutputStream();
        try (var out = key.encrypting(stored, "fs-1")) {
            out.write(content);
        }
        return stored.toByteArray();
    }

    private byte[] decrypted(byte[] stored) throws IOException, GeneralSecurityException {
        try (var in = key.tink().newDecryptingStream(new ByteArrayInputStream(stored), DataKey.bytes("fs-1"))) {
            return in.readAllBytes();
        }
    }
}
