package fr.hubee.it.world;

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
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + status() + " " + text(), notJson);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the text of the contract's error. */
    public String error() {
        return json().at("/errors/0/message").asText();
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
