package fr.hubee.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.client.http.ApiException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Tells which call a hub has refused or has not answered, and why; {@link #getCode()} is the status, or 0 without an answer. */
public final class HubException extends ApiException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 500;

    HubException(String message, HttpResponse<?> answer, String body) {
        super(answer.statusCode(), message, answer.headers(), body);
    }

    private HubException(Exception failure) {
        super(failure.getMessage(), failure, 0, null);
    }

    /** Returns what says that a call was refused. */
    public static HubException of(HttpResponse<?> answer, String body) {
        var call = answer.request().method() + " " + answer.request().uri().getPath();
        var message = call + ": " + answer.statusCode() + " " + reason(body) + references(answer.headers());
        return new HubException(message, answer, body);
    }

    /** Returns what says that a call has no answer, or that no token was given for it. */
    public static HubException of(Exception failure) {
        return failure.getCause() instanceof HubException refused ? refused : new HubException(failure);
    }

    /** Returns the texts of an answer, those of the API or those of the token's. */
    static String reason(String body) {
        try {
            var json = new ObjectMapper().readTree(body == null ? "" : body);
            List<String> texts = new ArrayList<>(json.path("errors").findValuesAsText("message"));
            texts.addAll(json.findValuesAsText("error"));
            return String.join(", ", texts);
        } catch (JsonProcessingException invalid) {
            return body.substring(0, Math.min(body.length(), LONGEST_REASON));
        }
    }

    private static String references(HttpHeaders headers) {
        var references = new StringJoiner(", ", " (", ")").setEmptyValue("");
        headers.firstValue("X-Request-Id").ifPresent(id -> references.add("X-Request-Id " + id));
        headers.allValues("Link").stream()
                .filter(link -> link.contains("rel=\"help\""))
                .forEach(link -> references.add("help " + link.replaceFirst("^<(.*)>.*$", "$1")));
        return references.toString();
    }
}
