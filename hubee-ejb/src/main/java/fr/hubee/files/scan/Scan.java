package fr.hubee.files.scan;

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

    /** Time limit for the scanner to take the bytes that it is sent. */
    private static final Duration TO_TAKE = Duration.ofSeconds(5);

    /** Time limit for the next bytes; {@code clamd} itself waits longer ({@code ReadTimeout}). */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ScanTime time;
    private final ScanPlaces places;
    private final Failures failures;
    private ClamdConnection connection;
    private Verdict verdict;
    private boolean ended;
    private boolean paused;
    private long pausedSince;
    private boolean takenBack;

    interface Failures {
        void met(IOException failure);
    }

    /**
     * @param time the time limit of its waits
     * @param places one of these is taken until the end of the scan
     */
    Scan(ClamdConnection connection, ScanTime time, Failures failures, ScanPlaces places) {
        this.connection = connection;
        this.time = time;
        this.failures = failures;
        this.places = places;
        send(BEGIN.duplicate());
    }

    private Scan(Verdict verdict) {
        this.verdict = verdict;
        this.time = new ScanTime(Duration.ZERO);
        this.failures = failure -> {};
        this.places = new ScanPlaces(0);
    }

    /** Returns a scan that scans nothing. */
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
            time.spend(TO_TAKE, limit -> {
                connection.write(bytes, limit);
                return true;
            });
        } catch (IOException failure) {
            conclude(failure);
        }
    }

    /**
     * Reads the reason that the scanner gives before it closes: it may not have received the last bytes, so the file cannot be called
     * clean.
     */
    private void conclude(IOException failure) {
        try {
            verdict = read(time.spend(TO_TAKE, connection::answer));
            if (verdict.kind() == Verdict.Kind.CLEAN) {
                verdict = Verdict.UNKNOWN;
                failures.met(failure);
            }
        } catch (IOException refused) {
            verdict = Verdict.UNKNOWN;
            failures.met(failure);
        }
        leave();
    }

    /** Pauses until the next bytes arrive: the scanner waits for them as long as no other scan needs its place. */
    public void pause() {
        if (verdict == null) {
            paused = true;
            pausedSince = System.nanoTime();
            places.pause(this);
        }
    }

    /** Resumes after a pause, before anything else; without a pause, nothing happens. */
    public void resume() {
        if (paused) {
            paused = false;
            takenBack = !places.resume(this);
            if (System.nanoTime() - pausedSince > LONGEST_PAUSE.toNanos()) {
                takenBack = true;
            }
            if (takenBack) {
                giveUp();
            }
        }
    }

    /** Whether the scanner was given to another file during a pause, so that it has seen a part of the bytes at most. */
    public boolean isTakenBack() {
        return takenBack;
    }

    /** All bytes were written. */
    public Verdict verdict() {
        if (verdict == null) {
            end();
        }
        if (verdict == null) {
            try {
                verdict = read(time.spend(connection::answer));
            } catch (IOException failure) {
                verdict = Verdict.UNKNOWN;
                failures.met(failure);
            }
            leave();
        }
        return verdict;
    }

    private void end() {
        try {
            if (isAnswered()) {
                conclude(new IOException("clamd answers before the end"));
            } else {
                send(ByteBuffer.allocate(Integer.BYTES));
            }
        } catch (IOException failure) {
            conclude(failure);
        }
    }

    boolean isAnswered() throws IOException {
        return connection.isAnswering();
    }

    private void giveUp() {
        if (verdict == null) {
            verdict = Verdict.UNKNOWN;
            leave();
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
        failures.met(new IOException("clamd answers \"" + answer + '"'));
        return Verdict.UNKNOWN;
    }

    /** Releases its place, once only, even if another scan needs the place during a pause. */
    void leave() {
        if (!ended) {
            ended = true;
            places.release();
            try {
                connection.close();
            } catch (IOException failure) {
                failures.met(failure);
            }
        }
    }

    @Override
    public void close() {
        resume();
        giveUp();
    }
}
