package fr.hubee.it.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer of the server. */
public record Answer(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /** Checks the status. */
    public Answer expect(int status) {
        assertEquals(status, status(), this::toString);
        return this;
    }

    /** @param why is told when the status is another */
    public Answer expect(int status, String why) {
        assertEquals(status, status(), () -> why + ": " + this);
        return this;
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException invalid) {
            throw new AssertionError("not JSON: " + status() + " " + text(), invalid);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the text of a field of an answered object, such as {@code recipient/branchCode}. */
    public String field(String path) {
        return json().at("/" + path).asText();
    }

    /** Returns the text of the contract's error. */
    public String error() {
        return field("errors/0/message");
    }

    /** Checks that the text has all these parts. */
    public Answer shows(String... parts) {
        for (var part : parts) {
            assertTrue(text().contains(part), () -> part + " is not in " + this);
        }
        return this;
    }

    /** Checks that the text has none of these parts. */
    public Answer hides(String... parts) {
        for (var part : parts) {
            assertFalse(text().contains(part), () -> part + " is in " + this);
        }
        return this;
    }

    /** Returns a field of each object of an answered array. */
    public List<String> each(String field) {
        var all = new ArrayList<String>();
        json().forEach(item -> all.add(item.path(field).asText()));
        return all;
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
