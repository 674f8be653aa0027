package fr.hubee.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DatabindException;
import fr.hubee.http.CutAnswer;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.SharedCapacity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The part of the heap that long answers share: an eighth, of which one caller may use half. An answer of one piece at most needs no
 * room. Answers of many signed pages share places, too.
 */
@ApplicationScoped
public class AnswerRoom {
    /** Rows of a list that are read at once. */
    public static final int PIECE = 500;

    private static final System.Logger LOG = System.getLogger(AnswerRoom.class.getName());

    private static final int BYTES_OF_A_ROW = 2_048;
    private static final int RETRY_AFTER = 10;

    /** Most answers of many signed pages at once, in total: each needs a thread and its signatures. */
    private static final int MOST_SIGNED = 16;

    private final SharedCapacity memory =
            new SharedCapacity(Runtime.getRuntime().maxMemory() / 8);

    private final SharedCapacity places = new SharedCapacity(MOST_SIGNED);

    @Inject
    CurrentCaller currentCaller;

    /**
     * Reads a part of a list.
     *
     * @param <T> what is read
     */
    public interface Reader<T> {
        /**
         * @param last the row after which it begins
         * @return at most that many; fewer at the end
         */
        List<T> read(T last, int most);
    }

    /** Returns a whole list, whose first piece was already read. */
    public <T, R> Iterable<R> list(List<T> first, Reader<T> reader, Function<T, R> written) {
        return list(first, Integer.MAX_VALUE, reader, written);
    }

    /**
     * Returns a list that is read while it is written, if it is longer than a piece.
     *
     * @param first a piece of it, or fewer rows at the end
     * @param most the maximum number of rows
     */
    public <T, R> Iterable<R> list(List<T> first, int most, Reader<T> reader, Function<T, R> written) {
        if (first.size() < PIECE || most == PIECE) {
            return first.stream().map(written).toList();
        }
        reserve(PIECE + 1);
        return new LongList<>(first, most, reader, written);
    }

    /**
     * Returns the entity of an answer: the body, or a writer that reads its list meanwhile. RESTEasy would keep the whole JSON of any other
     * body in memory.
     *
     * @param rows the list that the body has, or is
     */
    public Object body(Object body, Iterable<?> rows) {
        return rows instanceof LongList ? (StreamingOutput) target -> write(body, target) : body;
    }

    private static void write(Object body, OutputStream target) throws IOException {
        try {
            ApiJson.mapper()
                    .writer()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(target, body);
        } catch (DatabindException failure) { // of what reads the list
            CutAnswer.because(failure);
            throw failure;
        }
    }

    /**
     * Reserves memory for the answer to the current request, until it is sent.
     *
     * @param rows how many may be in memory at once
     * @throws WebApplicationException 429 when the caller has its share, 503 when there is no room
     */
    public void reserve(int rows) {
        if (rows <= PIECE) {
            return;
        }
        var caller = currentCaller.get().name();
        var refusal = memory.takeForThisRequest(caller, (long) rows * BYTES_OF_A_ROW);
        if (refusal.isPresent()) {
            throw refused(caller, refusal.get());
        }
    }

    /** Takes a place for an answer of many signed pages, and keeps it until the request has ended, however it ends. */
    public boolean takePlace() {
        return places.takeForThisRequest(currentCaller.get().name(), 1).isEmpty();
    }

    private static WebApplicationException refused(String caller, SharedCapacity.Refusal refusal) {
        LOG.log(Level.INFO, "No room for a long answer to {0}", caller);
        var answer = refusal == SharedCapacity.Refusal.CALLER_HAS_ITS_SHARE
                ? ErrorJson.of(429, RefusalReason.NO_ROOM, "Too many requests")
                : ErrorJson.of(503, RefusalReason.NO_ROOM, "Service Unavailable");
        answer.getHeaders().putSingle("Retry-After", RETRY_AFTER);
        return new WebApplicationException(answer);
    }

    /**
     * A list that is read piece by piece while it is written: no more than one piece is in memory, and no transaction is open while it is sent.
     *
     * @param <T> the type that is read
     * @param <R> the type that is written
     */
    static final class LongList<T, R> implements Iterable<R> {
        private final List<T> first;
        private final int most;
        private final AnswerRoom.Reader<T> reader;
        private final Function<T, R> written;

        LongList(List<T> first, int most, AnswerRoom.Reader<T> reader, Function<T, R> written) {
            this.first = first;
            this.most = most;
            this.reader = reader;
            this.written = written;
        }

        @Override
        public Iterator<R> iterator() {
            return new Pieces();
        }

        private final class Pieces implements Iterator<R> {
            private List<T> piece = first;
            private int next;
            private int left = most - first.size();

            @Override
            public boolean hasNext() {
                if (next == piece.size() && left > 0 && piece.size() == AnswerRoom.PIECE) {
                    piece = reader.read(piece.get(next - 1), Math.min(left, AnswerRoom.PIECE));
                    left -= piece.size();
                    next = 0;
                }
                return next < piece.size();
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return written.apply(piece.get(next++));
            }
        }
    }
}
