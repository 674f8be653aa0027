package fr.hubee.api.http;

import fr.hubee.clients.limit.RateLimit;
import fr.hubee.websecurity.CallerPace;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Rate limits: answers 429 with the time to retry, in the contract's form. Callers near the limit get the remaining
 * calls (draft-ietf-httpapi-ratelimit-headers); others get no header.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1) // before CallerRequired
@Provider
public class PacedCallers implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    CallerPace pace;

    @Override
    public void filter(ContainerRequestContext request) {
        if (pace.limit().filter(RateLimit::refused).isPresent()) {
            request.abortWith(ErrorJson.of(TOO_MANY_REQUESTS, RefusalReason.TOO_MANY_CALLS, "Too many requests"));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        pace.limit()
                .filter(RateLimit::isWorthTelling)
                .ifPresent(limit -> limit.fields().forEach(response.getHeaders()::putSingle));
    }
}
