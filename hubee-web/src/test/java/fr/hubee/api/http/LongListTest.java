package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonEOFException;
import fr.hubee.api.http.AnswerRoom.LongList;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Checks that a list read piece by piece is the same as if it were read at once. */
class LongListTest {
    static final int PIECE = AnswerRoom.PIECE;

    /** The number of rows requested, each time. */
    final List<Integer> asked = new ArrayList<>();

    /** Returns all numbers up to this one. */
    List<Integer> some(int all, Integer last, int most) {
        asked.add(most);
        int first = last == null ? 1 : last + 1;
        return IntStream.rangeClosed(first, Math.min(all, first + most - 1))
                .boxed()
                .toList();
    }

    LongList<Integer, String> list(int all, int most) {
        return new LongList<>(
                some(all, null, Math.min(most, PIECE)), most, (last, some) -> some(all, last, some), String::valueOf);
    }

    static int count(Iterable<?> list) {
        return (int) StreamSupport.stream(list.spliterator(), false).count();
    }

    @Test
    void everyRowComesOnceAndInOrder() {
        var read = new ArrayList<String>();
        list(2 * PIECE + 7, Integer.MAX_VALUE).forEach(read::add);

        assertEquals(
                IntStream.rangeClosed(1, 2 * PIECE + 7)
                        .mapToObj(String::valueOf)
                        .toList(),
                read);
        assertEquals(List.of(PIECE, PIECE, PIECE), asked);
    }

    @Test
    void noMoreComeThanWereAskedFor() {
        assertEquals(PIECE + 7, count(list(10 * PIECE, PIECE + 7)));
        assertEquals(List.of(PIECE, 7), asked);
    }

    @Test
    void aListThatEndsWithAPieceIsWhole() {
        assertEquals(2 * PIECE, count(list(2 * PIECE, 5 * PIECE)));
    }

    /** Writes the body of an answer with such a list. */
    static void write(LongList<?, ?> list, ByteArrayOutputStream target) throws IOException {
        var body = assertInstanceOf(StreamingOutput.class, new AnswerRoom().body(list, list));
        body.write(target);
    }

    @Test
    void aPieceHasLeftBeforeTheNextOneIsRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var left = new ArrayList<Integer>();
        var list = new LongList<>(
                some(3 * PIECE, null, PIECE),
                Integer.MAX_VALUE,
                (last, most) -> {
                    left.add(bytes.size());
                    return some(3 * PIECE, last, most);
                },
                number -> "-".repeat(100));

        write(list, bytes);

        assertTrue(left.get(0) > 40 * PIECE && left.get(1) > left.get(0) + 40 * PIECE, left::toString);
        assertEquals(3 * PIECE, ApiJson.mapper().readTree(bytes.toByteArray()).size());
    }

    @Test
    void aShortListIsWrittenAsEver() {
        var list = List.of(1, 2);

        assertSame(list, new AnswerRoom().body(list, list));
    }

    @Test
    void whatFailsHalfWayDoesNotLookWhole() {
        var failing = new LongList<>(
                some(PIECE, null, PIECE),
                10 * PIECE,
                (last, most) -> {
                    throw new IllegalStateException("the database is away");
                },
                String::valueOf);
        var bytes = new ByteArrayOutputStream();

        assertThrows(Exception.class, () -> write(failing, bytes));

        assertFalse(bytes.toString(StandardCharsets.UTF_8).endsWith("]"));
        assertThrows(JsonEOFException.class, () -> ApiJson.mapper().readTree(bytes.toByteArray()));
    }
}
