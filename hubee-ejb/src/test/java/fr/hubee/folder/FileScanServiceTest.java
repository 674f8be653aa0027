package fr.hubee.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.antivirus.ScanTime;
import fr.hubee.antivirus.Verdict;
import fr.hubee.shared.UuidV7;
import fr.hubee.storage.ScannedBlob;
import fr.hubee.storage.StoredBlob;
import fr.hubee.storage.StoredScan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seven files wait, and the antivirus has no answer for any of them. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class FileScanServiceTest {
    private static final int FILES = 7;

    private final List<String> tried = new ArrayList<>();
    private final List<Attachment> waiting = IntStream.range(0, FILES)
            .mapToObj(i -> waitingFile())
            .sorted(Comparator.comparing(Attachment::id))
            .toList();
    private final FileScanService service = new FileScanService();

    FileScanServiceTest() {
        service.files = new FileScanRepository() {
            @Override
            List<Attachment> waiting(UUID after, int maxResult) {
                return waiting.stream()
                        .filter(file -> file.id().compareTo(after) > 0)
                        .limit(maxResult)
                        .toList();
            }
        };
        service.scans = new StoredScan() {
            @Override
            public Verdict scan(StoredBlob blob, ScanTime time) {
                tried.add(blob.key().value());
                return Verdict.UNKNOWN;
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
        var third = service.scan(second);
        var fourth = service.scan(third);

        assertEquals(keys(0, FILES), tried);
        assertEquals(UuidV7.BEFORE_ALL, fourth);
    }
}
