package fr.hubee.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Turns a POST with {@code X-HTTP-Method-Override: PATCH} into a PATCH, for clients that cannot send one (specification §4.1). */
@PreMatching
@Provider
public class MethodOverride implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var wanted = request.getHeaderString("X-HTTP-Method-Override");
        if (HttpMethod.POST.equals(request.getMethod()) && HttpMethod.PATCH.equalsIgnoreCase(wanted)) {
            request.setMethod(HttpMethod.PATCH);
        }
    }
}
