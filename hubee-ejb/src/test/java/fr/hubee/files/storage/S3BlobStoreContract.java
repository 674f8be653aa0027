package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.database.StoreAway;
import fr.hubee.launcher.FickleLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** The additional contract of a store in a bucket, on any S3 server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3BlobStoreContract extends BlobStoreContract {
    private S3Server server;
    private String prefix;

    abstract S3Server start() throws Exception;

    @BeforeAll
    void startServer() throws Exception {
        server = start();
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        prefix = BlobKey.fresh("test").value() + "/";
        store = store(server.settings(), prefix);
    }

    @AfterEach
    void close() {
        ((S3BlobStore) store).close();
    }

    private static S3BlobStore store(S3Settings settings, String prefix) {
        return new S3BlobStore(settings, S3Server.BUCKET, prefix);
    }

    @Override
    String backend() {
        return BlobPlace.Bucket.BACKEND;
    }

    @Override
    List<String> stored() {
        try (var client = server.client()) {
            var objects = client
                    .listObjectsV2(list -> list.bucket(S3Server.BUCKET).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> object.key());
            var drafts =
                    client
                            .listMultipartUploads(
                                    list -> list.bucket(S3Server.BUCKET).prefix(prefix))
                            .uploads()
                            .stream()
                            .map(upload -> upload.key());
            return Stream.concat(objects, drafts)
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
    }

    @Test
    void objectsThatAreNotOursAreNeitherSeenNorSwept() throws Exception {
        try (var client = server.client()) {
            for (var name : List.of("s3-notes.txt", "notes.txt")) {
                client.putObject(put -> put.bucket(S3Server.BUCKET).key(prefix + name), RequestBody.fromString("x"));
            }
        }

        assertEquals(List.of(), List.copyOf(keysBefore(Instant.now().plusSeconds(3600))));
    }

    @Test
    void anotherPrefixIsAnotherStore() throws Exception {
        try (var other = store(server.settings(), "other/" + prefix)) {
            var key = keep(HELLO).key();

            assertThrows(IOException.class, () -> other.stamp(key));
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsReplacedForTheRest() throws Exception {
        var many = random(12 * 1024 * 1024);
        var key = keep(many).key();
        try (var line = FickleLine.to(server.port());
                var far = store(server.settings(at(line)), prefix)) {
            var target = new Cutting(line, many.length / 2);

            far.copy(new StoredBlob(key, many.length, null), 0, many.length, target);

            assertArrayEquals(many, target.bytes.toByteArray());
        }
    }

    @Test
    void aStoreThatIsAwayIsSaidToBeAwayAndNotToHaveLostAnything() throws Exception {
        var key = keep(HELLO).key();
        try (var line = FickleLine.to(server.port());
                var far = store(server.settings(at(line)), prefix)) {
            line.cut();

            assertThrows(StoreAway.class, () -> far.stamp(key));
            assertThrows(
                    StoreAway.class,
                    () -> far.copy(new StoredBlob(key, 5, null), 0, 5, OutputStream.nullOutputStream()));
            try (var draft = far.draft(Optional.empty())) {
                draft.target().write(HELLO);
                assertThrows(StoreAway.class, draft::keep);
            }
        }
    }

    private static URI at(FickleLine line) {
        return URI.create("http://127.0.0.1:" + line.port());
    }

    /** Breaks the connection once, after so many bytes. */
    private static final class Cutting extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final FickleLine line;
        private final int after;
        private boolean cut;

        Cutting(FickleLine line, int after) {
            this.line = line;
            this.after = after;
        }

        @Override
        public void write(int octet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            bytes.write(buffer, offset, length);
            if (!cut && bytes.size() > after) {
                cut = true;
                line.breakOff();
            }
        }
    }
}
