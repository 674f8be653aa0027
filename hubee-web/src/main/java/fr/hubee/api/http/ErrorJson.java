package fr.hubee.api.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.hubee.kernel.shared.RefusalText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The body of every error.
 *
 * @param reason for the log only
 * @param logged the first text without the values of the request that it quotes, for the log only
 */
public record ErrorJson(
        List<Item> errors,
        @JsonIgnore String reason,
        @JsonIgnore String logged) {

    /** @param code the HTTP status, or a code of the gateway */
    public record Item(int code, String message) {}

    /** @param message without values of the request */
    public static Response of(int status, RefusalReason reason, String message) {
        return of(status, reason, RefusalText.of(message));
    }

    public static Response of(int status, RefusalReason reason, RefusalText message) {
        return of(status, status, reason.name(), List.of(message));
    }

    /** @param message without values of the request */
    public static Response of(int status, int code, String reason, String message) {
        return of(status, code, reason, List.of(RefusalText.of(message)));
    }

    /** @param messages each becomes an item, with that code */
    static Response of(int status, int code, String reason, List<RefusalText> messages) {
        var items = messages.stream()
                .map(message -> new Item(code, message.answered()))
                .toList();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorJson(items, reason, messages.get(0).logged()))
                .build();
    }
}
