package fr.hubee.websecurity;

import fr.hubee.security.Caller;
import fr.hubee.signin.OpenSession;
import fr.hubee.signin.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** People who come with the cookie of their session; the APIs are not for them. */
@ApplicationScoped
class PersonDoor {
    @Inject
    PersonCookie cookie;

    @Inject
    SessionService sessions;

    Optional<Caller> holder(HttpServletRequest request) {
        return isApi(request)
                ? Optional.empty()
                : cookie.token(request)
                        .flatMap(token -> sessions.use(token, request.getRemoteAddr()))
                        .map(OpenSession::caller);
    }

    private static boolean isApi(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/teledossiers/") || path.startsWith("/referential/");
    }
}
