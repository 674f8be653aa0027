package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, '0 octet'",
        "1, '1 octet'",
        "999, '999 octets'",
        "1000, '1 ko'",
        "3565158, '3,4 Mo'",
        "104857600, '100 Mo'",
        "1073741824, '1 Go'"
    })
    void aSizeIsSaidInUnitsOf1024AsInTheFormOfADemarche(long bytes, String text) {
        assertEquals(text, ByteCount.text(bytes).replace('\u00a0', ' '));
    }
}
