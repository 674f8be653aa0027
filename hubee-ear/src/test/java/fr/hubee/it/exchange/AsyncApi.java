package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document {@code /openapi/asyncapi}, against which a test holds the events that the hub sends. */
final class AsyncApi {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    /** @param software of the server whose document it is */
    AsyncApi(Partner software) {
        try {
            document = new YAMLMapper()
                    .readTree(software.atRoot()
                            .get("/openapi/asyncapi")
                            .expect(200)
                            .text());
        } catch (IOException invalid) {
            throw new AssertionError(invalid);
        }
    }

    private JsonNode message(String name) {
        for (var message : document.at("/components/messages")) {
            if (message.path("name").asText().equals(name)) {
                return message;
            }
        }
        throw new AssertionError("There is no message " + name);
    }

    private void requireValid(JsonNode part, JsonNode value) {
        ObjectNode schema = part.deepCopy();
        schema.set("components", document.path("components")); // for references
        var problems = SCHEMAS.getSchema(schema, STRICT).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
        assertEquals(List.of(), problems, value::toString);
    }

    /** Checks an event of any exit: its schema is that of its type. */
    void requireDescribed(JsonNode event) {
        requireValid(message(event.path("type").asText()).path("payload"), event);
    }

    void requireDescribed(Map<String, List<String>> headers) {
        var first = new TreeMap<String, String>();
        headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        requireValid(message("webhook").path("headers"), new ObjectMapper().valueToTree(first));
    }
}
