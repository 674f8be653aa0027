package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.folder.FileScanService.FileScanRepository;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.shared.UuidV7;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seven files wait, and the antivirus has no answer for any of them; others are served. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class FileScanServiceTest {
    private static final int FILES = 7;

    private final List<String> tried = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private final List<Attachment> waiting = IntStream.range(0, FILES)
            .mapToObj(i -> waitingFile())
            .sorted(Comparator.comparing(Attachment::id))
            .toList();
    private final FileScanService service = new FileScanService();
    private Verdict answer = Verdict.UNKNOWN;

    FileScanServiceTest() {
        service.files = new FileScanRepository() {
            @Override
            List<Attachment> waiting(UUID after, int maxResult) {
                return waiting.stream()
                        .filter(file -> file.id().compareTo(after) > 0)
                        .limit(maxResult)
                        .toList();
            }

            @Override
            Optional<Attachment> hold(UUID id, BlobKey key, AttachmentStatus status) {
                return Optional.empty();
            }
        };
        service.scans = new StoredScan() {
            @Override
            public Verdict scan(StoredBlob blob, ScanTime time) {
                tried.add(blob.key().value());
                return answer;
            }
        };
    }

    private static Attachment waitingFile() {
        var file = Example.folder(Example.TOWN).attachments().get(0);
        file.receive(new ScannedBlob(Example.bytes(), Verdict.UNKNOWN), Example.NOON);
        return file;
    }

    private List<String> keys(int from, int to) {
        return waiting.subList(from, to).stream()
                .map(file -> file.unscanned().key().value())
                .toList();
    }

    @Test
    void anAntivirusThatFailsThreeTimesInARowIsLeftAlone() {
        service.scan(UuidV7.BEFORE_ALL);

        assertEquals(keys(0, 3), tried);
    }

    @Test
    void theNextRoundsComeToTheFilesBehindThoseThatTheAntivirusCannotTake() {
        var second = service.scan(UuidV7.BEFORE_ALL);
        service.scan(second);

        assertEquals(keys(0, 6), tried);
    }

    @Test
    void aRoundThatComesToTheLastFileGoesOnWithThoseThatTheLastOneLeft() {
        var second = service.scan(UuidV7.BEFORE_ALL);
        tried.clear();
        answer = new Verdict(Verdict.Kind.CLEAN, null);
        service.transactions = new Transactions();

        assertEquals(UuidV7.BEFORE_ALL, service.scan(second));
        assertEquals(keys(3, FILES), tried.subList(0, 4));
        assertEquals(keys(0, 3), tried.subList(4, FILES));
    }

    /** @param held the file that is served */
    private boolean judged(Attachment held, Verdict.Kind kind) {
        noted.clear();
        service.clock = Clock.fixed(Example.NOON, ZoneOffset.UTC);
        service.transactions = new Transactions();
        service.recorder = new AttachmentRecorder() {
            @Override
            void judged(Attachment attachment, Verdict verdict) {
                attachment.judge(verdict, Example.NOON);
            }
        };
        service.files = new FileScanRepository() {
            @Override
            Optional<Attachment> hold(UUID id, BlobKey key, AttachmentStatus status) {
                return Optional.of(held);
            }

            @Override
            void scanned(UUID id, BlobKey key, Instant now) {
                noted.add("scanned");
            }

            @Override
            void missed(UUID id, BlobKey key, Instant now) {
                noted.add("missed");
            }
        };
        var key = Example.bytes().key();
        return service.judgeServed(held.id(), key, new Verdict(kind, "any"));
    }

    private static Attachment served(Verdict.Kind kind) {
        var file = Example.folder(Example.TOWN).attachments().get(0);
        file.receive(Example.judged(kind, null), Example.NOON);
        return file;
    }

    @Test
    void whatTheAntivirusCannotLookIntoIsServedOnlyIfItOnceCould() {
        assertFalse(judged(served(Verdict.Kind.CLEAN), Verdict.Kind.REFUSED));
        assertEquals(List.of("scanned"), noted);

        var unseen = served(Verdict.Kind.OFF);
        assertTrue(judged(unseen, Verdict.Kind.REFUSED));
        assertEquals(AttachmentStatus.REJECTED, unseen.status());
        assertTrue(judged(served(Verdict.Kind.CLEAN), Verdict.Kind.INFECTED));
    }

    @Test
    void withoutAnAnswerAFileThatIsServedIsDueAgain() {
        assertFalse(judged(served(Verdict.Kind.CLEAN), Verdict.Kind.UNKNOWN));
        assertEquals(List.of("missed"), noted);
        assertFalse(judged(served(Verdict.Kind.OFF), Verdict.Kind.CLEAN));
        assertEquals(List.of("scanned"), noted);
        assertFalse(judged(served(Verdict.Kind.OFF), Verdict.Kind.OFF));
        assertEquals(List.of(), noted);
    }
}
