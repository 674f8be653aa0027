package fr.hubee.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Turns a body that is too slow or truncated into an error of the client. */
@Provider
public class IncomingBody implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            request.setEntityStream(new FromSender(request.getEntityStream()));
        }
    }
}
