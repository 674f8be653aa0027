package fr.hubee.api.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The body of every error. */
public record ErrorJson(List<Item> errors) {

    /** @param code the HTTP status, or a code of the gateway */
    public record Item(int code, String message) {}

    public static Response of(int status, String message) {
        return of(status, status, message);
    }

    public static Response of(int status, int code, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorJson(List.of(new Item(code, message))))
                .build();
    }
}
