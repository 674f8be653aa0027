package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.TestKeys;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep runs two days later. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class BlobSweepServiceTest {
    /** More files than a crash leaves. */
    private static final int MANY = 101;

    @TempDir
    Path folder;

    private final TestKeys keys = new TestKeys();
    private final Set<BlobKey> rows = new HashSet<>();
    private final BlobSweepService service = new BlobSweepService();
    private Path draft;

    @BeforeEach
    void begin() throws IOException {
        service.blobs = new FileBlobStore(folder);
        service.keys = keys.server();
        service.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        service.owners = owner(asked -> {
            var named = new HashSet<>(asked);
            named.retainAll(rows);
            return named;
        });
        draft = Files.writeString(folder.resolve("drafts/fs-of-a-crash"), "half");
    }

    @SuppressWarnings("unchecked") // of one type
    private static Instance<BlobOwner> owner(BlobOwner owner) {
        return (Instance<BlobOwner>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(owner));
    }

    private List<BlobKey> stored(int howMany) throws IOException {
        var stored = new ArrayList<BlobKey>();
        for (int each = 0; each < howMany; each++) {
            try (var one = service.blobs.draft(Optional.empty())) {
                one.target().write(1);
                stored.add(one.keep().key());
            }
        }
        return stored;
    }

    private List<BlobKey> left() throws IOException {
        var left = new ArrayList<BlobKey>();
        service.blobs.eachKeyBefore(Instant.MAX, left::add);
        return left;
    }

    @Test
    void whatACrashLeftGoesWithItsKeysAndDrafts() throws Exception {
        rows.addAll(stored(2));
        stored(3);
        keys.ownerless(3, 2);

        assertEquals(3, service.sweep());

        assertEquals(rows, Set.copyOf(left()));
        assertFalse(keys.hasOwnerless());
        assertFalse(Files.exists(draft));
    }

    /** The limit also applies to one télédossier with many files. */
    @Test
    void filesOfAnotherMomentKeepTheirKeys() throws Exception {
        stored(MANY);
        keys.ownerless(1, 1000);

        assertEquals(0, service.sweep());

        assertNothingWent(MANY);
    }

    @Test
    void keysOfAnotherMomentKeepTheFiles() throws Exception {
        stored(1);
        keys.ownerless(MANY, 0);

        assertEquals(0, service.sweep());

        assertNothingWent(1);
    }

    @Test
    void whileTheStoreCannotBeListedNothingGoes() throws Exception {
        stored(1);
        keys.ownerless(1, 0);
        var store = service.blobs;
        service.blobs = new FileBlobStore(folder) {
            @Override
            public void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException {
                throw new IOException("away");
            }
        };

        assertThrows(IOException.class, service::sweep);

        service.blobs = store;
        assertNothingWent(1);
    }

    private void assertNothingWent(int files) throws IOException {
        assertEquals(files, left().size());
        assertTrue(keys.hasOwnerless());
        assertTrue(Files.exists(draft));
    }
}
