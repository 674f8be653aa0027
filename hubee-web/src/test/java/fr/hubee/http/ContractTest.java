package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the contracts lose nothing of their documents when they are written as Markdown. */
class ContractTest {
    private static final Set<String> SAID = Set.of("description", "summary", "title", "version", "pattern", "default");

    /** Maps whose keys are names that the reader must find. */
    private static final Set<String> NAMED =
            Set.of("properties", "schemas", "responses", "headers", "content", "scopes", "securitySchemes");

    private static JsonNode document(Contract contract) throws IOException {
        try (var yaml = contract.open()) {
            return new YAMLMapper().readTree(yaml);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Collects the texts and names of a part of the document; examples of data are looked at apart. */
    private static void collect(JsonNode part, Consumer<String> found) {
        part.properties().forEach(each -> {
            if (SAID.contains(each.getKey()) && each.getValue().isValueNode()) {
                found.accept(each.getValue().asText());
            }
            if (NAMED.contains(each.getKey()) && each.getValue().isObject()) {
                each.getValue().fieldNames().forEachRemaining(found);
            }
            if (each.getKey().equals("examples")) {
                each.getValue().properties().stream()
                        .filter(example -> !example.getValue().has("summary"))
                        .forEach(example -> found.accept(", " + example.getKey() + ":"));
            }
            if (each.getKey().equals("maxLength")) {
                found.accept("at most `" + each.getValue() + "` characters");
            }
            if (each.getKey().equals("enum")) {
                each.getValue().forEach(value -> found.accept("`" + value.asText() + "`"));
            }
            if (!Set.of("example", "value", "servers").contains(each.getKey())) {
                collect(each.getValue(), found);
            }
        });
        if (part.isArray()) {
            part.forEach(each -> collect(each, found));
        }
    }

    @Test
    void theMarkdownSaysAllThatTheDocumentSays() throws IOException {
        for (var contract : Contract.values()) {
            var document = document(contract);
            var shared = (ObjectNode) document.path("components"); // named where they are used
            shared.remove(List.of("examples", "headers"));
            var markdown = flat(contract.text().whole());
            var missing = new TreeSet<String>();
            collect(document, text -> {
                if (!markdown.contains(flat(text).strip())) {
                    missing.add(flat(text));
                }
            });
            assertEquals(Set.of(), missing, contract.name());
        }
    }

    @Test
    void everyOperationHasItsHeadingMethodAndPath() throws IOException {
        for (var contract : Contract.values()) {
            var details = contract.text().details();
            document(contract)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        var heading = "### %s {#%s}\n\n**`%s %s`**\n"
                                .formatted(
                                        operation.getValue().path("summary").asText(),
                                        operation
                                                .getValue()
                                                .path("operationId")
                                                .asText()
                                                .toLowerCase(Locale.ROOT),
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey());
                        assertTrue(details.contains(heading), heading);
                    }));
        }
    }

    @Test
    void everyLinkLeadsToOneAnchor() {
        for (var contract : Contract.values()) {
            var text = contract.text().whole();
            var anchors = found(text, "\\{#([a-z0-9-]+)}");
            assertEquals(anchors.size(), new HashSet<>(anchors).size(), anchors::toString);
            var links = new TreeSet<>(found(text, "]\\(#([^)]+)\\)"));
            links.removeAll(anchors);
            assertEquals(Set.of(), links, contract.name());
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toList());
    }

    @Test
    void fieldsAndExamplesOfAnOperationStandBelowIt() {
        var details = Contract.TELEDOSSIERS.text().details();

        assertTrue(details.contains(
                "- `maxResult` (query, optional, integer int32, at least `1`, `25` where it is missing): How many"));
        assertTrue(details.contains("list of string, at most `30` characters"));
        assertTrue(details.contains("Credentials: `oauth2 OSL` or `oauth2 SI` or `oauth2 ADMIN`.\n"));
        assertTrue(details.contains("- `application/json`: list of [Notification](#data-notification)\n"));
        assertTrue(details.contains("Example of 200, empty:\n\n```json\n[ ]\n```\n"));
        assertTrue(details.contains("\"dateTime\" : \"2026-11-24T10:00:00.000+00:00\""));
    }

    @Test
    void aContractIsReadOnceAndFoundAtItsAddresses() {
        assertSame(Contract.REFERENTIAL.text(), Contract.REFERENTIAL.text());
        for (var address : List.of("/api-referentiel", "/api-referentiel.md", "/openapi/referential")) {
            assertEquals(Optional.of(Contract.REFERENTIAL), Contract.at(address));
        }
        assertEquals(Optional.empty(), Contract.at("/openapi.html"));
    }
}
