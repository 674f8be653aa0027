package fr.hubee.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** A body that does not come to its end is its sender's fault: too slow, or cut short. */
@Provider
public class IncomingBody implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            request.setEntityStream(new FromSender(request.getEntityStream()));
        }
    }
}
