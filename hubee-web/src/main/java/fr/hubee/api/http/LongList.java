package fr.hubee.api.http;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A list that is read piece by piece while it is written: no more than one piece is in memory, and no transaction is open while it is sent.
 *
 * @param <T> the type that is read
 * @param <R> the type that is written
 */
final class LongList<T, R> implements Iterable<R> {
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
