package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.BlobReader.BlobFoundDamaged;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.NotedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class BlobReaderTest {
    private static final int LARGE = 300_000;

    @TempDir
    Path folder;

    private final List<Object> fired = new ArrayList<>();
    private final BlobReader reader = new BlobReader();

    /** Failure in the middle of a reading; null for none. */
    private IOException failure;

    /** Number of readings that return other bytes than the stored ones. */
    private int lies;

    private BlobStore store;

    @BeforeEach
    void open() {
        store = new FileBlobStore(folder);
        reader.blobs = failing();
        reader.damaged = NotedEvent.in(fired);
    }

    @Test
    void aStoreThatGoesAwayInTheMiddleOfReadingHasDamagedNothing() throws Exception {
        var large = keep(LARGE);
        failure = new StoreAway("gone", null);

        assertThrows(StoreAway.class, () -> reader.copy(large, OutputStream.nullOutputStream()));
        assertThrows(StoreAway.class, () -> reader.open(large).writeTo(OutputStream.nullOutputStream()));

        assertEquals(List.of(), fired);
    }

    @Test
    void norHasOneThatGoesAwayWhenItIsReadAgain() throws Exception {
        var large = keep(LARGE);
        reader.copy(large, OutputStream.nullOutputStream());
        failure = new StoreAway("gone", null);

        assertThrows(StoreAway.class, () -> reader.copy(large, OutputStream.nullOutputStream()));

        assertEquals(List.of(), fired);
    }

    @Test
    void beforeTheAnswerBeginsItIsAnOutageNotADamagedFile() throws Exception {
        var small = keep(10);
        failure = new StoreAway("gone", null);

        var outage = assertThrows(UncheckedIOException.class, () -> reader.open(small));

        assertInstanceOf(StoreAway.class, outage.getCause());
        assertEquals(List.of(), fired);
    }

    @Test
    void whatCannotBeReadForAnotherReasonIsDamagedAndSaidToBe() throws Exception {
        var small = keep(10);
        failure = new IOException("input/output error");

        assertThrows(Damaged.class, () -> reader.open(small));

        assertEquals(List.of(new BlobFoundDamaged(small.key(), FileDamage.UNREADABLE)), fired);
    }

    @Test
    void aStoreThatHasOnceGivenOtherBytesIsAskedAgainAndNothingIsDamaged() throws Exception {
        var small = keep(10);
        var large = keep(LARGE);

        lies = 1;
        var outage = assertThrows(UncheckedIOException.class, () -> reader.open(small));
        lies = 1;
        var received = new ByteArrayOutputStream();
        assertThrows(StoreAway.class, () -> reader.copy(large, received));

        assertInstanceOf(StoreAway.class, outage.getCause());
        assertTrue(received.size() < LARGE, "what was wrong was handed over whole");
        assertEquals(List.of(), fired);
        reader.open(small).writeTo(OutputStream.nullOutputStream());
    }

    @Test
    void oneThatGivesOtherBytesTwiceHasDamagedTheFile() throws Exception {
        var small = keep(10);
        lies = 2;

        assertThrows(Damaged.class, () -> reader.open(small));

        assertEquals(List.of(new BlobFoundDamaged(small.key(), FileDamage.CHANGED)), fired);
    }

    private StoredBlob keep(int length) throws IOException {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(new byte[length]);
            return draft.keep();
        }
    }

    /** Returns a store whose reading fails after some bytes if the test wants it. */
    private BlobStore failing() {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("copy") && failure != null) {
                        ((OutputStream) arguments[3]).write(new byte[1000]);
                        throw failure;
                    }
                    if (method.getName().equals("copy") && lies > 0) {
                        lies--;
                        var other = new byte[((Long) arguments[2]).intValue()];
                        other[0] = 1;
                        ((OutputStream) arguments[3]).write(other);
                        return null;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
