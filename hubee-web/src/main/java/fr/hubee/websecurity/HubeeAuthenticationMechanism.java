package fr.hubee.websecurity;

import fr.hubee.token.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one door: partners come with a bearer token (RFC 6750) and leave no session.
 *
 * <p>It only says who calls. An unknown token is not refused here, where the server would write a page of its own, but
 * by {@link fr.hubee.api.http.CallerRequired}, with the contract's answer.
 */
@ApplicationScoped
public class HubeeAuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    @Inject
    TokenService tokens;

    @Inject
    CurrentCaller currentCaller;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return context.doNothing();
        }
        var holder = tokens.holderOf(header.substring(BEARER.length()).strip());
        if (holder.isEmpty()) {
            return context.doNothing();
        }
        currentCaller.set(holder.get().from(request.getRemoteAddr()));
        return context.notifyContainerAboutLogin(
                holder.get().name(), holder.get().roles());
    }
}
