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

    /** For the next bytes; {@code clamd} itself waits longer ({@code ReadTimeout}). */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Duration toAnswer;
    private final ScanPlaces places;
    private final Failures failures;
    private ClamdConnection connection;
    private Verdict verdict;
    private boolean ended;
    private boolean paused;
    private long pausedSince;
    private boolean takenBack;

    /** Who is told that the scanner fails. */
    interface Failures {
        void met(IOException failure);
    }

    /** @param places one of which it has, until it is over */
    Scan(ClamdConnection connection, Duration toAnswer, Failures failures, ScanPlaces places) {
        this.connection = connection;
        this.toAnswer = toAnswer;
        this.failures = failures;
        this.places = places;
        send(BEGIN.duplicate());
    }

    private Scan(Verdict verdict) {
        this.verdict = verdict;
        this.toAnswer = Duration.ZERO;
        this.failures = failure -> {};
        this.places = new ScanPlaces(0);
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
        leave();
    }

    /** The next bytes are not there yet: the scanner waits for them as long as nobody else needs its place. */
    public void pause() {
        if (verdict == null) {
            paused = true;
            pausedSince = System.nanoTime();
            places.pause(this);
        }
    }

    /** After a pause, before anything else; without one, nothing happens. */
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

    /** Whether the scanner was left to others during a pause, so that it has seen a part of the bytes at most. */
    public boolean isTakenBack() {
        return takenBack;
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
            leave();
        }
        return verdict;
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
        failures.met(new IOException("clamd answers « " + answer + " »"));
        return Verdict.UNKNOWN;
    }

    /** Once only, also when another one needs the place during a pause. */
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
