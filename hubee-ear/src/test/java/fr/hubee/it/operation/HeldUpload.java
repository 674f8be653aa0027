package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** A long upload of which half is sent; the other half waits until the test continues it. */
public final class HeldUpload {
    /** Large enough that no thread waits for it. */
    private static final int SIZE = 600_000;

    private final byte[] file = new byte[SIZE];
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Deposit deposit;
    private final CompletableFuture<Integer> status;

    public HeldUpload(Partner sender) {
        Arrays.fill(file, (byte) ' ');
        System.arraycopy(Deposit.REQUEST, 0, file, 0, Deposit.REQUEST.length);
        var words = "Ceci est la fin.".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, file, SIZE - words.length, words.length);
        deposit = Deposit.announcedOfSize(sender, SIZE);
        status = CompletableFuture.supplyAsync(
                () -> sender.upload(deposit.attachmentPath(), BodyPublishers.ofInputStream(HalfThenWait::new))
                        .status(),
                upload -> new Thread(upload, "held upload").start());
    }

    /** Sends the first half. */
    public HeldUpload begun() throws InterruptedException {
        held.await();
        return this;
    }

    public void isTakenWholeWhenItGoesOn(Partner receiver) {
        goOn.countDown();
        assertEquals(204, status.join());
        assertWhole(receiver);
    }

    /** Checks an upload whose node has failed: the sender repeats it. */
    void isTakenWholeWhenItIsSentAgain(Partner sender, Partner receiver) {
        goOn.countDown();
        assertEquals(502, status.join());
        sender.upload(deposit.attachmentPath(), file).expect(204);
        assertWhole(receiver);
    }

    /** Checks an upload whose proxy has failed without an answer: the sender repeats it. */
    void isTakenWholeWhenItIsSentAgainWithoutAnAnswer(Partner sender, Partner receiver) {
        goOn.countDown();
        assertThrows(CompletionException.class, status::join);
        sender.upload(deposit.attachmentPath(), file).expect(204);
        assertWhole(receiver);
    }

    private void assertWhole(Partner receiver) {
        deposit.complete();
        var read = receiver.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        assertArrayEquals(file, read.bytes());
    }

    private final class HalfThenWait extends ByteArrayInputStream {
        HalfThenWait() {
            super(file, 0, SIZE / 2);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            if (pos == SIZE / 2) {
                held.countDown();
                await();
                count = SIZE;
            }
            return super.read(target, offset, length);
        }

        private void await() {
            try {
                goOn.await();
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(failure);
            }
        }
    }
}
