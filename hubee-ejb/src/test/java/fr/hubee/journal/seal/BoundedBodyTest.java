package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer of another server is short, or it is not read. */
class BoundedBodyTest {
    final Source source = new Source();
    final BoundedBody body = new BoundedBody();

    static final class Source implements Subscription {
        long requested;
        boolean cancelled;

        @Override
        public void request(long many) {
            requested = many;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    BoundedBodyTest() {
        body.onSubscribe(source);
    }

    private byte[] read() {
        return body.getBody().toCompletableFuture().join();
    }

    @Test
    void aShortAnswerIsReadToItsEnd() {
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {4})));
        body.onComplete();

        assertArrayEquals(new byte[] {1, 2, 3, 4}, read());
        assertEquals(Long.MAX_VALUE, source.requested);
        assertFalse(source.cancelled);
    }

    @Test
    void anAnswerAsLongAsAllowedIsReadAndOneByteMoreEndsIt() {
        body.onNext(List.of(ByteBuffer.wrap(new byte[BoundedBody.MOST])));
        assertFalse(source.cancelled);

        body.onNext(List.of(ByteBuffer.wrap(new byte[1])));

        assertTrue(source.cancelled);
        var failure = assertThrows(CompletionException.class, this::read);
        assertEquals("its answer is too long", failure.getCause().getMessage());
    }

    @Test
    void aTransferThatBreaksIsReported() {
        body.onError(new IOException("connection reset"));

        var failure = assertThrows(CompletionException.class, this::read);
        assertEquals("connection reset", failure.getCause().getMessage());
    }

    @Test
    void aWitnessThatIsAFileGetsOneLineAHead(@TempDir Path folder) throws IOException {
        var file = folder.resolve("heads");
        var witness = Witness.at(URI.create(file.toString()));

        witness.take("first");
        witness.take("second");

        assertEquals(List.of("first", "second"), Files.readAllLines(file));
    }
}
