package fr.hubee.api.http;

import fr.hubee.clients.client.ClientUseRecorder;
import fr.hubee.clients.token.RateLimit;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Rejects callers beyond their rate limit and unauthenticated ones, on every path of the API, even on paths that do not exist; records the
 * last use of the credentials of the others.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Provider
public class CallerRequired implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    /** A code of the gateway (specification §4.3). */
    private static final int INVALID_CREDENTIALS = 900901;

    private static final String TEXT =
            "Invalid Credentials : Invalid Credentials. Make sure you have given the correct access token";

    @Inject
    ClientUseRecorder uses;

    @Inject
    CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (currentCaller.limit().filter(RateLimit::refused).isPresent()) {
            request.abortWith(ErrorJson.of(TOO_MANY_REQUESTS, RefusalReason.TOO_MANY_CALLS, "Too many requests"));
        } else if (!currentCaller.isKnown()) {
            request.abortWith(unauthorized());
        } else {
            var caller = currentCaller.get();
            uses.note(caller.name(), caller.address(), currentCaller::software);
            overrideMethod(request);
        }
    }

    static Response unauthorized() {
        var answer = ErrorJson.of(401, INVALID_CREDENTIALS, RefusalReason.TOKEN_INVALID.name(), TEXT);
        answer.getHeaders().putSingle("WWW-Authenticate", "Bearer");
        return answer;
    }

    /** Turns a POST with {@code X-HTTP-Method-Override: PATCH} into a PATCH, for clients that cannot send one (specification §4.1). */
    private static void overrideMethod(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod())
                && HttpMethod.PATCH.equalsIgnoreCase(request.getHeaderString("X-HTTP-Method-Override"))) {
            request.setMethod(HttpMethod.PATCH);
        }
    }

    /** Gives callers near the limit the remaining calls (draft-ietf-httpapi-ratelimit-headers); others get no header. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        currentCaller.limit().ifPresent(limit -> limit.fields().forEach(response.getHeaders()::putSingle));
    }
}
