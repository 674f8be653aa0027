package fr.hubee.api.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that was not read to its end: the connection cannot be reused. */
@Provider
public class RefusedBodyMapper implements ExceptionMapper<RefusedBody> {

    @Override
    public Response toResponse(RefusedBody refused) {
        var answer = ErrorJson.of(refused.status(), RefusalReason.BODY_CUT, refused.getMessage());
        answer.getHeaders().putSingle("Connection", "close");
        return answer;
    }
}
