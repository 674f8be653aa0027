package fr.hubee.websecurity;

import fr.hubee.http.ApiPath;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.session.OpenSession;
import fr.hubee.people.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Authenticates people by their session cookie, except on the APIs. */
@ApplicationScoped
class PersonDoor {
    @Inject
    SessionService sessions;

    Optional<Caller> holder(HttpServletRequest request) {
        if (ApiPath.is(request.getServletPath()) || SessionPath.is(request)) {
            return Optional.empty();
        }
        return PersonCookie.token(request)
                .flatMap(token -> session(request, token))
                .map(OpenSession::caller);
    }

    private Optional<OpenSession> session(HttpServletRequest request, String token) {
        return SessionPath.isUnattended(request)
                ? sessions.look(token, request.getRemoteAddr())
                : sessions.use(token, request.getRemoteAddr());
    }
}
