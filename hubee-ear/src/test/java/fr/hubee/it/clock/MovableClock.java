package fr.hubee.it.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of the system, moved by the content of a file: all servers that read the same file have the same time.
 *
 * <p>Where neither the system property {@code hubee.it.clock} nor the variable {@code HUBEE_IT_CLOCK} names a file, it cannot be moved.
 */
public final class MovableClock extends Clock {
    private static final Clock SYSTEM = Clock.tickMillis(ZoneOffset.UTC);

    private final ByteBuffer moved;

    private MovableClock(ByteBuffer moved) {
        this.moved = moved;
    }

    /** Returns the clock of this server. */
    public static MovableClock ofThisServer() {
        var file = System.getProperty("hubee.it.clock", System.getenv("HUBEE_IT_CLOCK"));
        return new MovableClock(file == null ? ByteBuffer.allocate(Long.BYTES).asReadOnlyBuffer() : map(Path.of(file)));
    }

    public static MovableClock in(Path file) {
        return new MovableClock(map(file));
    }

    private static ByteBuffer map(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Moves the clock to that time, from which it goes on. */
    public void moveTo(Instant then) {
        moved.putLong(0, Duration.between(SYSTEM.instant(), then).toMillis());
    }

    public void move(Duration further) {
        moved.putLong(0, moved.getLong(0) + further.toMillis());
    }

    /** Moves the clock by that many days of Paris, to the same hour. */
    public void moveDays(int days) {
        moveTo(ParisDays.after(instant(), Period.ofDays(days)));
    }

    /** Returns to the time of the system. */
    public void reset() {
        moved.putLong(0, 0);
    }

    @Override
    public Instant instant() {
        return SYSTEM.instant().plusMillis(moved.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not supported: the hub never requests another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
