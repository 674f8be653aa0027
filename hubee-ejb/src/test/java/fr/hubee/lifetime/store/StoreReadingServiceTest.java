package fr.hubee.lifetime.store;

import static fr.hubee.files.scan.Verdict.Kind.CLEAN;
import static fr.hubee.files.scan.Verdict.Kind.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.shared.UuidV7;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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
            public boolean judgeServed(UUID attachment, BlobKey key, Verdict verdict) {
                assertEquals(Verdict.Kind.INFECTED, verdict.kind());
                blocked.add(key);
                return true;
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

    @Test
    void anAntivirusThatIsAwayIsAskedOnceAndAllThatWasReadMeanwhileIsDueAgain() throws Exception {
        var store = new FileBlobStore(folder);
        var missed = new ArrayList<UUID>();
        judging((attachment, verdict) -> {
            assertEquals(UNKNOWN, verdict.kind());
            missed.add(attachment);
        });
        service.blobs = store;
        service.progress = new Noted();
        CompletableFuture<Integer> asked;
        try (var clamd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            asked = CompletableFuture.supplyAsync(() -> hangingUp(clamd));
            service.antivirus = scanning(Optional.of(clamd.getLocalSocketAddress()));
            service.read(List.of(file(store), file(store), file(store)));
        }
        assertEquals(1, asked.join());
        assertEquals(3, missed.size());
        assertEquals(Map.of(), damaged);
    }

    @Test
    void whatWasMissedIsScannedUntilTheAntivirusFailsThreeTimesInARow() throws Exception {
        var due = IntStream.range(0, 10)
                .mapToObj(
                        i -> new ReadableFile(UuidV7.next(), BlobKey.fresh("fs").value(), i, "any"))
                .toList();
        var left = new ArrayDeque<>(due);
        var kinds = new ArrayDeque<>(List.of(UNKNOWN, UNKNOWN, CLEAN, UNKNOWN, CLEAN, UNKNOWN, UNKNOWN, UNKNOWN));
        service.antivirus = scanning(Optional.of(new InetSocketAddress("localhost", 1)));
        service.settings = new StoreReadingSettings(1000);
        service.readings = new StoreReadingRepository() {
            @Override
            List<ReadableFile> unscanned(int maxResult) {
                return List.of(left.pop());
            }
        };
        service.stored = new StoredScan() {
            @Override
            public Verdict scan(StoredBlob blob, ScanTime time) {
                return new Verdict(kinds.pop(), null);
            }
        };
        var judged = new ArrayList<UUID>();
        judging((attachment, verdict) -> judged.add(attachment));

        assertEquals(2, service.scanMissed());

        assertEquals(due.subList(0, 8).stream().map(ReadableFile::id).toList(), judged);
    }

    private void judging(BiConsumer<UUID, Verdict> judge) {
        service.scans = new FileScanService() {
            @Override
            public boolean judgeServed(UUID attachment, BlobKey key, Verdict verdict) {
                judge.accept(attachment, verdict);
                return false;
            }
        };
    }

    private static int hangingUp(ServerSocket clamd) {
        int asked = 0;
        try {
            while (true) {
                clamd.accept().close();
                asked++;
            }
        } catch (IOException gone) {
            return asked;
        }
    }

    private static Antivirus scanning(Optional<SocketAddress> scanner) {
        return new Antivirus(new AntivirusSettings(scanner, 1), new OutageLog() {
            @Override
            public void met(Outage outage, Throwable failure) {
                assertEquals(Outage.ANTIVIRUS, outage);
            }
        });
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
        judging((attachment, verdict) -> {});
        read(new Lying(folder, lies), Optional.empty());
        return damaged;
    }

    private void read(BlobStore store, Optional<SocketAddress> scanner) throws IOException {
        service.blobs = store;
        service.antivirus = scanning(scanner);
        service.progress = new Noted();
        service.read(List.of(file(store)));
    }

    private static ReadableFile file(BlobStore store) throws IOException {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(BYTES);
            var kept = draft.keep();
            return new ReadableFile(UuidV7.next(), kept.key().value(), kept.size(), kept.sha256());
        }
    }

    private class Noted extends StoreReadingProgress {
        @Override
        List<DamagedFile> read(List<ReadableFile> files, Map<UUID, FileDamage> found) {
            damaged = Map.copyOf(found);
            return List.of();
        }
    }

    /** A store that returns wrong bytes, as often as a test wants. */
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
