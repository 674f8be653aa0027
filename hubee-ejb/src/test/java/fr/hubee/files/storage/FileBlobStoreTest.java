package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    @TempDir
    Path root;

    @BeforeEach
    void open() {
        store = new FileBlobStore(root);
    }

    @Test
    void aDraftThatIsDeletedIsNotKept() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(HELLO);
            store.discard(draft.key());
            assertEquals(List.of(), files());

            assertThrows(IOException.class, draft::keep);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void keepingLeavesTheBytesAndNoDraft() throws Exception {
        var key = keep(HELLO).key().value();

        assertEquals(List.of(root.resolve(key.substring(key.length() - 2)).resolve(key)), files());
    }

    @Test
    void draftsLeftByACrashAreSweptOthersStay() throws Exception {
        var drafts = Files.createDirectories(root.resolve("drafts"));
        var old = written(drafts.resolve(BlobKey.fresh("fs").value()), NOON.minusSeconds(1));
        var young = written(drafts.resolve(BlobKey.fresh("fs").value()), NOON);

        store.sweepDrafts(NOON);

        assertTrue(Files.notExists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void aDraftThatCannotBeDeletedIsReportedAndStopsNoOther() throws Exception {
        var drafts = root.resolve("drafts");
        var stuck = Files.createDirectory(drafts.resolve("fs-stuck"));
        Files.createFile(stuck.resolve("inside"));
        Files.setLastModifiedTime(stuck, FileTime.from(NOON.minusSeconds(1)));
        var others = new ArrayList<Path>();
        for (int each = 0; each < 10; each++) { // some before it, some after it
            others.add(written(drafts.resolve(BlobKey.fresh("fs").value()), NOON.minusSeconds(1)));
        }

        assertThrows(DirectoryNotEmptyException.class, () -> store.sweepDrafts(NOON));

        assertEquals(List.of(), others.stream().filter(Files::exists).toList());
    }

    @Test
    void aStoreWithoutAnythingIsSweptToo() throws Exception {
        store.sweepDrafts(NOON);

        assertEquals(Set.of(), keysBefore(NOON));
    }

    @Test
    void theWalkMeetsEveryKeyThatIsOldEnough() throws Exception {
        var wanted = new HashSet<BlobKey>();
        for (int i = 0; i < 20; i++) {
            var key = keep(HELLO).key();
            written(file(key), NOON.minusSeconds(1));
            wanted.add(key);
        }
        written(file(keep(HELLO).key()), NOON);

        assertEquals(wanted, keysBefore(NOON));
    }

    @Test
    void theWalkPassesOverWhatAFileSystemPutsNextToTheBytes() throws Exception {
        var key = keep(HELLO).key();
        written(file(key), NOON.minusSeconds(1));
        written(file(key).resolveSibling(".nfs000000000000002a"), NOON.minusSeconds(1));
        written(file(key).resolveSibling(key.value() + "~"), NOON.minusSeconds(1));

        assertEquals(Set.of(key), keysBefore(NOON));
    }

    private Path file(BlobKey key) {
        var name = key.value();
        return root.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static Path written(Path file, Instant when) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        return Files.setLastModifiedTime(file, FileTime.from(when));
    }

    @Override
    String backend() {
        return BlobPlace.Folder.BACKEND;
    }

    @Override
    List<String> stored() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
