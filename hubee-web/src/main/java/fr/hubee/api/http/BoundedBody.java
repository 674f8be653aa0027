package fr.hubee.api.http;

import fr.hubee.api.error.ErrorJson;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.List;

/** Nothing is read without bounds: JSON up to five megabytes, and no body slower than a trickle. */
@Provider
public class BoundedBody implements ContainerRequestFilter {
    static final long MOST_JSON = 5L * 1024 * 1024;
    private static final String TOO_LARGE = "Request body is too large";

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.GET.equals(request.getMethod())) {
            return;
        }
        boolean json =
                !List.of(operation.getResourceMethod().getParameterTypes()).contains(InputStream.class);
        if (json && request.getLength() > MOST_JSON) {
            var answer = ErrorJson.of(413, TOO_LARGE);
            answer.getHeaders().putSingle("Connection", "close");
            request.abortWith(answer);
            return;
        }
        request.setEntityStream(new PacedInputStream(request.getEntityStream(), json ? MOST_JSON : Long.MAX_VALUE));
    }
}
