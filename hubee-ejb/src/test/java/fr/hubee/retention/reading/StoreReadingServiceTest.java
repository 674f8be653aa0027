package fr.hubee.retention.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.antivirus.Antivirus;
import fr.hubee.antivirus.AntivirusSettings;
import fr.hubee.antivirus.Verdict;
import fr.hubee.bundle.BundleSweepService;
import fr.hubee.folder.FileScanService;
import fr.hubee.shared.OutageLog;
import fr.hubee.shared.UuidV7;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobStore;
import fr.hubee.storage.FileDamage;
import fr.hubee.storage.StoredBlob;
import fr.hubee.storage.filesystem.FileBlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class StoreReadingServiceTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path folder;

    private final StoreReadingService service = new StoreReadingService();
    private Map<UUID, FileDamage> damaged;

    @Test
    void aFileIsDamagedWhenASecondReadingSaysSoToo() throws Exception {
        assertEquals(Map.of(), damageAfterLies(1));
        assertEquals(List.of(FileDamage.CHANGED), List.copyOf(damageAfterLies(2).values()));
    }

    @Test
    void aFileInWhichAVirusIsFoundLaterIsBlockedAndSoAreTheZipsThatHoldIt() throws Exception {
        var blocked = new ArrayList<BlobKey>();
        var erased = new ArrayList<BlobKey>();
        service.scans = new FileScanService() {
            @Override
            public void block(UUID attachment, BlobKey key, Verdict verdict) {
                blocked.add(key);
            }
        };
        service.bundles = new BundleSweepService() {
            @Override
            public Set<BlobKey> eraseHolding(Collection<BlobKey> files) {
                erased.addAll(files);
                return Set.of();
            }
        };
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var told = CompletableFuture.runAsync(() -> findVirus(clamd));

            read(new Lying(folder, 0), Optional.of(clamd.getLocalSocketAddress()));

            told.join();
        }
        assertEquals(1, blocked.size());
        assertEquals(blocked, erased);
    }

    private static void findVirus(ServerSocket clamd) {
        try (var socket = clamd.accept()) {
            socket.getOutputStream().write("stream: Later FOUND\0".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<UUID, FileDamage> damageAfterLies(int lies) throws IOException {
        read(new Lying(folder, lies), Optional.empty());
        return damaged;
    }

    private void read(BlobStore store, Optional<SocketAddress> scanner) throws IOException {
        service.blobs = store;
        service.antivirus = new Antivirus(new AntivirusSettings(scanner, 1), new OutageLog());
        service.progress = new Noted();
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(BYTES);
            var kept = draft.keep();
            service.read(List.of(new ReadableFile(UuidV7.next(), kept.key().value(), kept.size(), kept.sha256())));
        }
    }

    private final class Noted extends StoreReadingProgress {
        @Override
        List<DamagedFile> read(List<ReadableFile> files, Map<UUID, FileDamage> found) {
            damaged = Map.copyOf(found);
            return List.of();
        }
    }

    /** Gives other bytes than it has, as often as a test says. */
    private static final class Lying extends FileBlobStore {
        private int lies;

        Lying(Path folder, int lies) {
            super(folder);
            this.lies = lies;
        }

        @Override
        public void copy(StoredBlob blob, long from, long length, OutputStream target) throws IOException {
            if (lies > 0) {
                lies--;
                target.write(new byte[(int) length]);
            } else {
                super.copy(blob, from, length, target);
            }
        }
    }
}
