package fr.hubee.websecurity;

import fr.hubee.security.Caller;
import fr.hubee.shared.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Authenticates all requests: partners by their token, people by their session cookie.
 *
 * <p>It only identifies the caller. Anonymous callers are not refused here, where the server would write its own page,
 * but by {@link fr.hubee.api.http.CallerRequired}, with the contract's answer.
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
        var caller = caller(request);
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        currentCaller.set(caller.get());
        return context.notifyContainerAboutLogin(
                caller.get().name(), caller.get().roles());
    }

    /** An outage here would give a page of the server: {@link OutageFilter} answers it instead. */
    private Optional<Caller> caller(HttpServletRequest request) {
        try {
            return PartnerToken.isIn(request) ? partners.holder(request) : people.holder(request);
        } catch (RuntimeException failure) {
            if (Outage.of(failure).isEmpty()) {
                throw failure;
            }
            currentCaller.failed(failure);
            return Optional.empty();
        }
    }
}
