package fr.hubee.api.http;

import fr.hubee.clients.client.ClientUseRecorder;
import fr.hubee.clients.token.RateLimit;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** The filters that check the caller of a request: its rate, its token, its last use. */
public final class ApiCallerFilters {

    private ApiCallerFilters() {}

    /**
     * Rate limits: answers 429 with the time to retry, in the contract's form. Callers near the limit get the remaining
     * calls (draft-ietf-httpapi-ratelimit-headers); others get no header.
     */
    @PreMatching
    @Priority(Priorities.AUTHENTICATION - 1) // before CallerRequired
    @Provider
    public static class PacedCallers implements ContainerRequestFilter, ContainerResponseFilter {
        private static final int TOO_MANY_REQUESTS = 429;

        @Inject
        CurrentCaller currentCaller;

        @Override
        public void filter(ContainerRequestContext request) {
            if (currentCaller.limit().filter(RateLimit::refused).isPresent()) {
                request.abortWith(ErrorJson.of(TOO_MANY_REQUESTS, RefusalReason.TOO_MANY_CALLS, "Too many requests"));
            }
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            currentCaller
                    .limit()
                    .filter(RateLimit::isWorthTelling)
                    .ifPresent(limit -> limit.fields().forEach(response.getHeaders()::putSingle));
        }
    }

    /** Rejects an unauthenticated caller on every path of the API, even on paths that do not exist. */
    @PreMatching
    @Priority(Priorities.AUTHENTICATION)
    @Provider
    public static class CallerRequired implements ContainerRequestFilter {
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

    /** Records the last use of the credentials, and its software, once {@link CallerRequired} has accepted it. */
    @PreMatching
    @Priority(Priorities.AUTHENTICATION + 1)
    @Provider
    public static class LastUseNoted implements ContainerRequestFilter {
        @Inject
        ClientUseRecorder uses;

        @Inject
        CurrentCaller currentCaller;

        @Inject
        Partner partner;

        @Override
        public void filter(ContainerRequestContext request) {
            var caller = currentCaller.get();
            if (!caller.is(RoleNames.PERSON)) {
                uses.note(caller.name(), caller.address(), partner::info);
            }
        }
    }
}
