package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecryptionTest {
    private static final String BLOB = "fs-0123456789abcdef0123456789abcdef-0123456789abcdef01234567";
    private static final int FIRST = Segments.PLAIN - Segments.HEADER;
    private static final int SEVERAL = FIRST + 2 * Segments.PLAIN + 17;

    private final DataKey key = DataKey.fresh();

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 100, FIRST - 1, FIRST, FIRST + 1, FIRST + Segments.PLAIN, FIRST + Segments.PLAIN + 1, SEVERAL
            })
    void whatWasEncryptedIsReadBackAndIsAsLongInTheStoreAsIsCounted(int size) throws Exception {
        var bytes = random(size);
        var stored = encrypted(bytes);

        assertEquals(stored.length, new Segments(size).stored());
        assertArrayEquals(bytes, part(stored, size, 0, size));
    }

    @Test
    void tinkReadsItWithoutUs() throws Exception {
        var bytes = random(SEVERAL);

        var read = key.tink().newDecryptingStream(new ByteArrayInputStream(encrypted(bytes)), DataKey.bytes(BLOB));

        assertArrayEquals(bytes, read.readAllBytes());
    }

    @Test
    void aPartIsReadWithoutTheRest() throws Exception {
        var bytes = random(SEVERAL);
        var stored = encrypted(bytes);
        int[] borders = {0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + Segments.PLAIN, SEVERAL - 18, SEVERAL - 1};
        for (int from : borders) {
            for (int length : new int[] {0, 1, 2, 1000, Segments.PLAIN, SEVERAL}) {
                int end = Math.min(SEVERAL, from + length);

                assertArrayEquals(Arrays.copyOfRange(bytes, from, end), part(stored, SEVERAL, from, end - from));
            }
        }
        var one = new Decryption(key, BLOB, SEVERAL, FIRST + 10, 10, new ByteArrayOutputStream());
        assertEquals(Segments.STORED, one.storedLength());
    }

    @Test
    void aByteThatWasAlteredAnywhereIsRefused() throws Exception {
        int size = FIRST + Segments.PLAIN / 2;
        var stored = encrypted(random(size));
        for (int at : new int[] {0, 1, 20, 39, 40, 1000, Segments.STORED - 1, Segments.STORED, stored.length - 1}) {
            var altered = stored.clone();
            altered[at] ^= 1;

            assertThrows(AlteredBytes.class, () -> part(altered, size, 0, size), () -> "byte " + at);
        }
    }

    @Test
    void nothingOfAnAlteredSegmentIsGivenOn() throws Exception {
        var stored = encrypted(random(SEVERAL));
        stored[Segments.STORED + 100] ^= 1;
        var read = new ByteArrayOutputStream();

        assertThrows(AlteredBytes.class, () -> decrypt(stored, SEVERAL, 0, SEVERAL, read));

        assertEquals(FIRST, read.size());
    }

    @Test
    void segmentsThatChangedPlacesAreRefused() throws Exception {
        var stored = encrypted(random(SEVERAL));
        var swapped = stored.clone();
        System.arraycopy(stored, Segments.STORED, swapped, 2 * Segments.STORED, Segments.STORED);
        System.arraycopy(stored, 2 * Segments.STORED, swapped, Segments.STORED, Segments.STORED);

        assertThrows(AlteredBytes.class, () -> part(swapped, SEVERAL, 0, SEVERAL));
    }

    @Test
    void aFileThatWasCutAtTheBorderOfASegmentIsNoShorterFile() throws Exception {
        var stored = encrypted(random(SEVERAL));
        int shorter = FIRST + Segments.PLAIN;

        assertThrows(AlteredBytes.class, () -> part(Arrays.copyOf(stored, 2 * Segments.STORED), shorter, 0, shorter));
    }

    @Test
    void theBytesOfAnotherFileOfTheSameKeyAreRefused() throws Exception {
        var stored = encrypted(random(100));
        var other = new Decryption(key, BLOB.replace("fs-0", "fs-1"), 100, 0, 100, new ByteArrayOutputStream());

        assertThrows(AlteredBytes.class, () -> other.write(stored));
    }

    @Test
    void theBytesOfAnotherKeyAreRefused() throws Exception {
        var stored = encrypted(random(100));
        var other = new Decryption(DataKey.fresh(), BLOB, 100, 0, 100, new ByteArrayOutputStream());

        assertThrows(AlteredBytes.class, () -> other.write(stored));
    }

    @Test
    void theStoreHasNothingThatCanBeRead() throws Exception {
        var text = "Camille Martin ".repeat(10_000);

        var stored = new String(encrypted(DataKey.bytes(text)), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertTrue(!stored.contains("Camille"), "a name is in the store");
    }

    private byte[] encrypted(byte[] bytes) throws IOException {
        var stored = new ByteArrayOutputStream();
        try (var way = key.encrypting(stored, BLOB)) {
            way.write(bytes);
        }
        return stored.toByteArray();
    }

    private byte[] part(byte[] stored, int size, int from, int length) throws IOException {
        var read = new ByteArrayOutputStream();
        decrypt(stored, size, from, length, read);
        return read.toByteArray();
    }

    /** Decrypts as a store does: in pieces, and only the requested part. */
    private void decrypt(byte[] stored, int size, int from, int length, ByteArrayOutputStream read) throws IOException {
        var part = new Decryption(key, BLOB, size, from, length, read);
        if (part.needsHeader()) {
            part.write(stored, 0, Decryption.headerLength());
        }
        int end = (int) (part.storedFrom() + part.storedLength());
        for (int at = (int) part.storedFrom(); at < end; at += 10_000) {
            part.write(stored, at, Math.min(10_000, end - at));
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
