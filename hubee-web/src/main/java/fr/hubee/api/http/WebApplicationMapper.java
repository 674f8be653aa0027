package fr.hubee.api.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Errors of JAX-RS itself: an unknown path, method or media type. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
        var answer = refusal.getResponse();
        if (answer.hasEntity() || answer.getStatus() < 400) {
            return answer;
        }
        return ErrorJson.of(answer.getStatus(), RefusalReason.OPERATION_UNKNOWN, text(answer.getStatus()));
    }

    private static String text(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 415 -> "Unsupported media type";
            default ->
                Response.Status.fromStatusCode(status) == null
                        ? "Error"
                        : Response.Status.fromStatusCode(status).getReasonPhrase();
        };
    }
}
