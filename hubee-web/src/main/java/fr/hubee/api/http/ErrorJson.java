package fr.hubee.api.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.kernel.shared.RefusalText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The body of every error.
 *
 * @param reason for the log only
 * @param logged the first text without the values of the request that it quotes, for the log only
 * @param detail for the log and for who asks for RFC 9457; null for none
 */
public record ErrorJson(
        List<Item> errors,
        @JsonIgnore String reason,
        @JsonIgnore String logged,
        @JsonIgnore RefusalDetail detail) {

    /** @param code the HTTP status, or a code of the gateway */
    public record Item(int code, String message) {}

    /** @param message without values of the request */
    public static Response of(int status, RefusalReason reason, String message) {
        return of(status, reason, RefusalText.of(message));
    }

    public static Response of(int status, RefusalReason reason, RefusalText message) {
        return of(status, reason.name(), null, List.of(message));
    }

    /** @param message without values of the request */
    public static Response of(int status, int code, String reason, String message) {
        return of(status, code, reason, null, List.of(RefusalText.of(message)));
    }

    /**
     * @param detail null for none
     * @param messages each becomes an item
     */
    static Response of(int status, String reason, RefusalDetail detail, List<RefusalText> messages) {
        return of(status, status, reason, detail, messages);
    }

    private static Response of(int status, int code, String reason, RefusalDetail detail, List<RefusalText> messages) {
        var items = messages.stream()
                .map(message -> new Item(code, message.answered()))
                .toList();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorJson(items, reason, messages.get(0).logged(), detail))
                .build();
    }
}
