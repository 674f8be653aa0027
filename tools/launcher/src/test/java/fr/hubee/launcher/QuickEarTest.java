package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class QuickEarTest {
    static final LocalDateTime BUILT = LocalDateTime.of(2026, 11, 25, 0, 0);
    static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

    @Test
    void aLibraryThatDeclaresNothingGetsAnIndexAndKeepsItsContent() throws IOException {
        var ear = archive(Map.of("lib/plain.jar", archive(Map.of("a/B.class", BYTES))));

        var library = entries(entries(QuickEar.packed(ear)).get("lib/plain.jar"));

        assertEquals(List.of("a/B.class", QuickEar.INDEX), List.copyOf(library.keySet()));
        assertArrayEquals(BYTES, library.get("a/B.class"));
    }

    @Test
    void librariesOfTheWarToo() throws IOException {
        var war = archive(Map.of("WEB-INF/lib/plain.jar", archive(Map.of("a/B.class", BYTES))));

        var packed = entries(QuickEar.packed(archive(Map.of("hubee-web.war", war))));

        var library = entries(entries(packed.get("hubee-web.war")).get("WEB-INF/lib/plain.jar"));
        assertEquals(List.of("a/B.class", QuickEar.INDEX), List.copyOf(library.keySet()));
    }

    @Test
    void aLibraryWithBeansAndAModuleStayAsTheyAre() throws IOException {
        var libraries =
                QuickEar.DECLARATIONS.stream().map(name -> Map.of(name, BYTES)).collect(Collectors.toList());
        libraries.add(
                Map.of("a/B.class", "..Ljakarta/servlet/annotation/WebServlet;".getBytes(StandardCharsets.UTF_8)));
        for (var entries : libraries) {
            var library = archive(entries);
            assertArrayEquals(
                    library,
                    entries(QuickEar.packed(archive(Map.of("lib/beans.jar", library))))
                            .get("lib/beans.jar"));
        }
        var module = archive(Map.of("a/B.class", BYTES));
        assertArrayEquals(
                module,
                entries(QuickEar.packed(archive(Map.of("hubee-ejb.jar", module))))
                        .get("hubee-ejb.jar"));
    }

    @Test
    void archivesAreStoredAndDatesStay() throws IOException {
        var ear = archive(Map.of("lib/plain.jar", archive(Map.of("a/B.class", BYTES))));

        try (var in = new ZipInputStream(new ByteArrayInputStream(QuickEar.packed(ear)))) {
            var entry = in.getNextEntry();
            assertEquals(ZipEntry.STORED, entry.getMethod());
            assertEquals(BUILT, entry.getTimeLocal());
        }
    }

    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        var result = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(result)) {
            for (var each : entries.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(BUILT);
                out.putNextEntry(entry);
                out.write(each.getValue());
            }
        }
        return result.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
