package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParisTest {
    @Test
    void theFirstOfAMonthIsWrittenAsFrenchWritesIt() {
        var first = Instant.parse("2026-11-30T23:05:00Z");

        assertEquals("1er décembre 2026", Paris.DAY.format(first));
        assertEquals("1er décembre 2026 à 0\u00a0h\u00a005", Paris.MOMENT.format(first));
        assertEquals("21 décembre 2026", Paris.DAY.format(LocalDate.of(2026, 12, 21)));
    }

    @Test
    void noOtherDateInWordsIsWritten() throws IOException {
        for (var module : List.of("hubee-ejb", "hubee-web", "hubee-batch")) {
            try (var files = Files.walk(Path.of("..", module, "src/main"))) {
                var found = files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                        .filter(ParisTest::hasAPattern)
                        .toList();
                assertEquals(List.of(), found);
            }
        }
    }

    private static boolean hasAPattern(Path file) {
        try {
            return Files.readString(file).matches("(?s).*[\"= ]d+ MMMM.*");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
