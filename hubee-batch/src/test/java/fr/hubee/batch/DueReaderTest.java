package fr.hubee.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many are due, a page of them is held at a time. */
class DueReaderTest {
    private static final int DUE = 500_000;
    private static final int PAGE = 500;

    @Test
    void eachKeyIsReadOnceAndNoPageIsAskedForBeforeTheOneBeforeItIsRead() {
        var reader = new Numbers();
        reader.open(null);
        for (int key = 1; key <= DUE; key++) {
            assertEquals(key, reader.readItem());
            assertEquals((key + PAGE - 1) / PAGE, reader.pages);
        }
        assertNull(reader.readItem());
    }

    @Test
    void aRestartContinuesAfterTheLastProcessedKey() {
        var first = new Numbers();
        first.open(null);
        for (int key = 1; key <= 1234; key++) {
            first.readItem();
        }
        var second = new Numbers();

        second.open(first.checkpointInfo());

        assertEquals(1235, second.readItem());
    }

    private static final class Numbers extends DueReader {
        private int pages;

        @Override
        List<Integer> next(Serializable after, int maxResult) {
            assertEquals(PAGE, maxResult);
            pages++;
            int first = after == null ? 1 : (int) after + 1;
            return IntStream.rangeClosed(first, Math.min(DUE, first + maxResult - 1))
                    .boxed()
                    .toList();
        }
    }
}
