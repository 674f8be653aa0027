package fr.hubee.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.antivirus.Antivirus;
import fr.hubee.antivirus.AntivirusSettings;
import fr.hubee.shared.OutageLog;
import fr.hubee.storage.filesystem.FileBlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of two bytes, with a pause between them. */
class UploadTest {
    @TempDir
    Path folder;

    @Test
    void whatCameWithAPauseWasNotSeenByTheScanner() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var upload = taken(Optional.of(clamd.getLocalSocketAddress()))) {
            assertTrue(upload.isUnseen());
        }
    }

    @Test
    void whereNothingIsScannedNothingIsReadAgainAfterAPause() throws Exception {
        try (var upload = taken(Optional.empty())) {
            assertFalse(upload.isUnseen());
        }
    }

    private Upload taken(Optional<SocketAddress> scanner) throws IOException {
        var store = new FileBlobStore(folder);
        var antivirus = new Antivirus(new AntivirusSettings(scanner, 1), new OutageLog());
        var upload = new Upload(new WithAPause());
        assertFalse(upload.isWhole(store, Optional.empty(), antivirus, 2));
        assertTrue(upload.isWhole(store, Optional.empty(), antivirus, 2));
        assertEquals(2, upload.draft().size());
        return upload;
    }

    private static final class WithAPause extends InputStream {
        private int reads;

        @Override
        public int read() throws IOException {
            reads++;
            if (reads == 2) {
                throw new SocketTimeoutException();
            }
            return reads > 3 ? -1 : 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octet = read();
            if (octet < 0) {
                return -1;
            }
            buffer[offset] = (byte) octet;
            return 1;
        }
    }
}
