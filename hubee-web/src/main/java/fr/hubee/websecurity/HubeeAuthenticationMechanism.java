package fr.hubee.websecurity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one door: partners come with a token, people with the cookie of their session.
 *
 * <p>It only says who calls. Nobody is refused here, where the server would write a page of its own, but by
 * {@link fr.hubee.api.http.CallerRequired}, with the contract's answer.
 */
@ApplicationScoped
public class HubeeAuthenticationMechanism implements HttpAuthenticationMechanism {
    @Inject
    PartnerToken partners;

    @Inject
    PersonDoor people;

    @Inject
    CurrentCaller currentCaller;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var caller = PartnerToken.isIn(request) ? partners.holder(request) : people.holder(request);
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        currentCaller.set(caller.get());
        return context.notifyContainerAboutLogin(
                caller.get().name(), caller.get().roles());
    }
}
