package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.exchange.feed.FeedType;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The document at {@code /openapi/asyncapi}; tests of the server hold what is sent against it. */
class AsyncApiTest {
    private final JsonNode document = read();

    private static JsonNode read() {
        try (var yaml = AsyncApiTest.class.getResourceAsStream("/openapi/asyncapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    private JsonNode referred(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private Stream<JsonNode> messages(String channel) {
        return StreamSupport.stream(
                        document.at("/channels/" + channel + "/messages").spliterator(), false)
                .map(this::referred);
    }

    private List<String> names(String channel) {
        return messages(channel).map(message -> message.path("name").asText()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    @Test
    void eachTypeOfTheLogHasItsMessageAndNoOther() {
        assertEquals(Stream.of(FeedType.values()).map(FeedType::text).toList(), names("feed"));
        assertEquals(List.of("webhook", "fr.hubee.endpoint.proof.v1", "fr.hubee.endpoint.test.v1"), names("webhooks"));
    }

    @Test
    void theSchemaOfAMessageIsThatOfItsType() {
        messages("feed")
                .forEach(message ->
                        assertEquals(message.path("name"), message.at("/payload/allOf/1/properties/type/const")));
    }

    @Test
    void theListsAreThoseOfTheContract() {
        var data = document.at("/components/schemas/CaseData/properties");
        assertEquals(names(CaseStatus.values()), texts(data.at("/status/enum")));
        assertEquals(names(ActionType.values()), texts(data.at("/action/enum")));
    }

    @Test
    void eachReferenceLeadsSomewhere() {
        document.findValues("$ref")
                .forEach(each ->
                        assertFalse(document.at(each.asText().substring(1)).isMissingNode(), each::asText));
    }
}
