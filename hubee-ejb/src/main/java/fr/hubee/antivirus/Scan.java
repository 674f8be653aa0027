package fr.hubee.antivirus;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One file on its way to the scanner ({@code INSTREAM}: chunks with their length before them, an empty one at the end). A
 * failure of the scanner is never one of the file's: the verdict is then unknown. To be closed.
 */
public final class Scan extends OutputStream implements Closeable {
    private static final ByteBuffer BEGIN = ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));

    /** For the scanner to take what it is sent. */
    private static final Duration TO_TAKE = Duration.ofSeconds(5);

    private final Duration toAnswer;
    private final Runnable end;
    private final Failures failures;
    private ClamdConnection connection;
    private Verdict verdict;
    private boolean ended;

    /** Who is told that the scanner fails. */
    interface Failures {
        void met(IOException failure);
    }

    /** @param end what to do when it is over */
    Scan(ClamdConnection connection, Duration toAnswer, Failures failures, Runnable end) {
        this.connection = connection;
        this.toAnswer = toAnswer;
        this.failures = failures;
        this.end = end;
        send(BEGIN.duplicate());
    }

    private Scan(Verdict verdict) {
        this.verdict = verdict;
        this.toAnswer = Duration.ZERO;
        this.failures = failure -> {};
        this.end = () -> {};
    }

    /** One that scans nothing. */
    static Scan of(Verdict verdict) {
        return new Scan(verdict);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (verdict == null && length > 0) {
            send(ByteBuffer.allocate(Integer.BYTES + length)
                    .putInt(length)
                    .put(bytes, offset, length)
                    .flip());
        }
    }

    private void send(ByteBuffer bytes) {
        try {
            connection.write(bytes, TO_TAKE);
        } catch (IOException failure) {
            conclude(failure);
        }
    }

    /** The scanner says why before it closes: what it was sent last may not have reached it. */
    private void conclude(IOException failure) {
        try {
            verdict = read(connection.answer(TO_TAKE));
        } catch (IOException silent) {
            verdict = Verdict.UNKNOWN;
            failures.met(failure);
        }
        free();
    }

    /** All bytes were written. */
    public Verdict verdict() {
        if (verdict == null) {
            send(ByteBuffer.allocate(Integer.BYTES));
        }
        if (verdict == null) {
            try {
                verdict = read(connection.answer(toAnswer));
            } catch (IOException failure) {
                verdict = Verdict.UNKNOWN;
                failures.met(failure);
            }
            free();
        }
        return verdict;
    }

    /** Not all bytes are there: the scanner, which would wait for them, is left to others. */
    public void giveUp() {
        if (verdict == null) {
            verdict = Verdict.UNKNOWN;
            free();
        }
    }

    private Verdict read(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Verdict.found(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return Verdict.tooLarge();
        }
        failures.met(new IOException("clamd answers « " + answer + " »"));
        return Verdict.UNKNOWN;
    }

    private void free() {
        if (!ended) {
            ended = true;
            end.run();
            try {
                connection.close();
            } catch (IOException failure) {
                failures.met(failure);
            }
        }
    }

    @Override
    public void close() {
        giveUp();
    }
}
