package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.kernel.database.OutageLog;
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
    void theScannerWaitsForWhatComesWithAPause() throws Exception {
        try (var clamd = clamd();
                var upload = paused(scanning(clamd.getLocalSocketAddress()))) {
            assertTrue(upload.isOver());
            assertFalse(upload.isUnseen());
        }
    }

    @Test
    void whileAnotherFileNeedsTheScannerItDoesNotWait() throws Exception {
        try (var clamd = clamd()) {
            var antivirus = scanning(clamd.getLocalSocketAddress());
            try (var upload = paused(antivirus);
                    var other = paused(antivirus)) {
                assertTrue(upload.isOver());
                assertTrue(upload.isUnseen());
                assertTrue(other.isOver());
                assertFalse(other.isUnseen());
                assertEquals(2, upload.draft().size());
            }
        }
    }

    @Test
    void whereNothingIsScannedNothingIsReadAgainAfterAPause() throws Exception {
        try (var upload = paused(new Antivirus(new AntivirusSettings(Optional.empty(), 1), new OutageLog()))) {
            assertTrue(upload.isOver());
            assertFalse(upload.isUnseen());
        }
    }

    private static ServerSocket clamd() throws IOException {
        return new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
    }

    private static Antivirus scanning(SocketAddress clamd) {
        return new Antivirus(new AntivirusSettings(Optional.of(clamd), 1), new OutageLog());
    }

    private Upload paused(Antivirus antivirus) throws IOException {
        var upload = new Upload(new WithAPause());
        assertFalse(upload.isWhole(new FileBlobStore(folder), Optional.empty(), antivirus, 2));
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
