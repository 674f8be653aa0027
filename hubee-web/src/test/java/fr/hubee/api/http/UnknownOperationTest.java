package fr.hubee.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownOperationTest {
    private static final Pattern PATH = Pattern.compile("^  (/[a-z]+/v1)/(\\S+):$", Pattern.MULTILINE);
    private static final String API = "/teledossiers/v1/";

    @ParameterizedTest
    @ValueSource(strings = {"teledossiers", "feed", "referential", "bench"})
    void eachPathOfTheApisKeepsItsWords(String api) throws IOException {
        try (var document = getClass().getResourceAsStream("/openapi/" + api + ".yaml")) {
            var paths = PATH.matcher(new String(document.readAllBytes(), UTF_8))
                    .results()
                    .toList();

            assertEquals(
                    paths.stream()
                            .map(path ->
                                    "GET " + path.group(1) + "/" + path.group(2).replaceAll("\\{\\w+}", "{id}"))
                            .toList(),
                    paths.stream()
                            .map(path -> UnknownOperation.name("GET", path.group(1) + "/", path.group(2)))
                            .toList());
            assertFalse(paths.isEmpty());
        }
    }

    @Test
    void whatIsNoWordOfTheApiIsNotKept() {
        assertEquals("GET /teledossiers/v1/{id}/{id}", UnknownOperation.name("GET", API, "/folder/Jeanne%20Dupont"));
    }

    @Test
    void aMethodThatHttpDoesNotHaveIsNotKept() {
        assertEquals("? /teledossiers/v1/folders", UnknownOperation.name("BREW", API, "folders"));
    }

    @Test
    void aLongPathIsCut() {
        assertEquals("GET /teledossiers/v1" + "/{id}".repeat(8), UnknownOperation.name("GET", API, "a/".repeat(100)));
    }
}
