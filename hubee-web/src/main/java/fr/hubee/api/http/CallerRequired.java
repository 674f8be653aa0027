package fr.hubee.api.http;

import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Rejects an unauthenticated caller on every path of the API, even on paths that do not exist. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Provider
public class CallerRequired implements ContainerRequestFilter {
    /** A code of the gateway (specification §4.3). */
    private static final int INVALID_CREDENTIALS = 900901;

    private static final String TEXT =
            "Invalid Credentials : Invalid Credentials. Make sure you have given the correct access token";

    @Inject
    CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!currentCaller.isKnown()) {
            var answer = ErrorJson.of(401, INVALID_CREDENTIALS, RefusalReason.TOKEN_INVALID.name(), TEXT);
            answer.getHeaders().putSingle("WWW-Authenticate", "Bearer");
            request.abortWith(answer);
        }
    }
}
