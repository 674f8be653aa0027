package fr.hubee.api.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.api.exchange.AttachmentTransfer.ByteRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-499, 0, 500",
        "bytes=500-999, 500, 500",
        "bytes=999-999, 999, 1",
        "bytes=500-, 500, 500",
        "bytes=999-, 999, 1",
        "bytes=-1, 999, 1",
        "bytes=-500, 500, 500",
        "bytes= 1 - 2, 1, 2",
        "Bytes=1-2, 1, 2"
    })
    void aPartIsGivenByItsFirstAndLastByteOrAsTheEnd(String header, long from, long length) {
        assertEquals(new ByteRange(from, length, SIZE), ByteRange.of(header, SIZE));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=900-1000, 900, 100",
        "bytes=900-999999999999999999, 900, 100",
        "bytes=-1000, 0, 1000",
        "bytes=-1001, 0, 1000",
        "bytes=0-, 0, 1000"
    })
    void aPartThatReachesBeyondTheFileEndsWithIt(String header, long from, long length) {
        assertEquals(new ByteRange(from, length, SIZE), ByteRange.of(header, SIZE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes=--1",
                "bytes=0-1,3-4",
                "bytes=0-1,",
                "lines=0-1",
                "bytes=5-4",
                "bytes=2000-1500",
                "bytes=0-99999999999999999999999999"
            })
    void whatIsNoSingleRangeIsPassedOver(String header) {
        assertEquals(new ByteRange(0, SIZE, SIZE), ByteRange.of(header, SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1000", "bytes=999999999999999999-", "bytes=-0"})
    void aPartOutsideTheFileCannotBeGiven(String header) {
        assertNull(ByteRange.of(header, SIZE));
    }

    @Test
    void ofAnEmptyFileOnlyTheEndCanBeGivenAndItIsEmpty() {
        assertNull(ByteRange.of("bytes=0-", 0));
        assertNull(ByteRange.of("bytes=0-0", 0));
        assertEquals(new ByteRange(0, 0, 0), ByteRange.of("bytes=-5", 0));
        assertEquals(new ByteRange(0, 0, 0), ByteRange.of(null, 0));
    }

    @Test
    void aPartSaysWhichItIs() {
        assertEquals("bytes 500-999/1000", ByteRange.of("bytes=500-", SIZE).contentRange());
        assertTrue(ByteRange.of("bytes=500-", SIZE).isPart());
    }

    @Test
    void theWholeFileIsNoPart() {
        assertFalse(ByteRange.of("bytes=0-", SIZE).isPart());
        assertFalse(ByteRange.of(null, SIZE).isPart());
    }
}
