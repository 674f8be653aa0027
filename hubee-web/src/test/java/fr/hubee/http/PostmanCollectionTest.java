package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The collection of Postman, as a reader of its format understands it. */
class PostmanCollectionTest {
    private static final Set<String> MODES = Set.of("raw", "urlencoded", "file");

    private final JsonNode collection = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(PostmanCollection.text());
        } catch (IOException invalid) {
            throw new AssertionError(invalid);
        }
    }

    private void forEachRequest(Consumer<JsonNode> check) {
        collection.path("item").forEach(group -> group.path("item").forEach(check));
    }

    @Test
    void eachOperationOfEachContractIsARequestAndNothingElse() {
        var operations = new TreeSet<String>();
        for (var contract : Contract.values()) {
            contract.read()
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        var requests = new TreeSet<String>();
        forEachRequest(item -> {
            var request = item.path("request");
            var path = new StringBuilder();
            request.at("/url/path")
                    .forEach(step -> path.append('/').append(step.asText().replaceFirst("^:(.*)$", "{$1}")));
            assertTrue(requests.add(request.path("method").asText() + " " + path), path.toString());
        });
        assertEquals(String.join("\n", operations), String.join("\n", requests));
    }

    /** Checks what the schema of the format wants of what is written here. */
    @Test
    void theFormatIsThatOfPostman() {
        assertEquals(
                "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
                collection.at("/info/schema").asText());
        assertEquals("HubEE", collection.at("/info/name").asText());
        forEachRequest(item -> {
            var request = item.path("request");
            assertTrue(!item.path("name").asText().isEmpty() && request.has("method"), item::toPrettyString);
            for (var list : List.of("/url/path", "/url/query", "/url/variable", "/header")) {
                assertTrue(request.at(list).isArray(), list);
            }
            for (var list : List.of("/url/query", "/url/variable", "/header")) {
                request.at(list)
                        .forEach(each -> assertTrue(
                                each.path("key").isTextual()
                                        && each.path("value").isTextual(),
                                each::toString));
            }
            var body = request.path("body");
            var mode = body.path("mode").asText();
            assertTrue(body.isMissingNode() || (MODES.contains(mode) && body.has(mode)), body::toString);
            assertTrue(item.at("/event/0/script/exec").isArray(), item::toPrettyString);
        });
    }

    @Test
    void eachVariableOfARequestIsDefinedAndEachPlaceOfAPathHasItsValue() {
        var defined = new HashSet<String>();
        collection.path("variable").forEach(each -> defined.add(each.path("key").asText()));
        assertTrue(defined.containsAll(Set.of("baseUrl", "clientId", "clientSecret", "token")), defined::toString);
        Pattern.compile("\\{\\{(\\w+)}}")
                .matcher(collection.toString())
                .results()
                .forEach(used -> assertTrue(defined.contains(used.group(1)), used.group()));
        collection.path("variable").forEach(each -> {
            var name = each.path("key").asText();
            assertTrue(
                    name.startsWith("client")
                            || name.equals("token")
                            || !each.path("value").asText().isEmpty(),
                    name);
        });
        forEachRequest(item -> {
            var places = new TreeSet<String>();
            var values = new TreeSet<String>();
            item.at("/request/url/path").forEach(step -> {
                if (step.asText().startsWith(":")) {
                    places.add(step.asText().substring(1));
                }
            });
            item.at("/request/url/variable")
                    .forEach(each -> values.add(each.path("key").asText()));
            assertEquals(places, values);
        });
    }

    @Test
    void aBodyInJsonIsTheExampleOfTheContract() {
        forEachRequest(item -> {
            var raw = item.at("/request/body/raw");
            if (!raw.isMissingNode()) {
                try {
                    assertTrue(!new ObjectMapper().readTree(raw.asText()).isEmpty(), item.path("name")::asText);
                } catch (IOException invalid) {
                    throw new AssertionError(item.toString(), invalid);
                }
            }
        });
    }

    @Test
    void theTokenIsKeptForTheOtherRequests() {
        assertEquals("{{token}}", collection.at("/auth/bearer/0/value").asText());
        var first = collection.at("/item/0/item/0");
        assertTrue(first.at("/event/0/script/exec").toString().contains("collectionVariables.set"), first::toString);
        assertEquals("basic", first.at("/request/auth/type").asText());
    }
}
