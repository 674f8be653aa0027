package fr.hubee.api.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.hubee.kernel.shared.RefusalDetail;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The body of every error.
 *
 * @param reason for the log only
 * @param detail for the log and for who asks for RFC 9457; null for none
 */
public record ErrorJson(
        List<Item> errors,
        @JsonIgnore String reason,
        @JsonIgnore RefusalDetail detail) {

    /** @param code the HTTP status, or a code of the gateway */
    public record Item(int code, String message) {}

    public static Response of(int status, RefusalReason reason, String message) {
        return of(status, status, reason.name(), message);
    }

    /** @param detail null for none */
    static Response of(int status, String reason, RefusalDetail detail, List<String> messages) {
        return of(status, status, reason, detail, messages);
    }

    public static Response of(int status, int code, String reason, String message) {
        return of(status, code, reason, null, List.of(message));
    }

    /** @param messages each becomes an item, with that code */
    private static Response of(int status, int code, String reason, RefusalDetail detail, List<String> messages) {
        var items = messages.stream().map(message -> new Item(code, message)).toList();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorJson(items, reason, detail))
                .build();
    }
}
