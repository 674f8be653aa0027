package fr.hubee.api.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** An invalid path or query parameter. */
@Provider
public class RefusedParameterMapper implements ExceptionMapper<RefusedParameter> {
    @Context
    Request request;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(RefusedParameter refused) {
        var path = uri.getRequestUri().getPath();
        var findings = List.of(refused.getMessage());
        return ErrorJson.of(
                400,
                RefusalReason.PARAMETER_INVALID,
                ValidationText.invalid(request.getMethod(), path, refused.where(), findings));
    }
}
