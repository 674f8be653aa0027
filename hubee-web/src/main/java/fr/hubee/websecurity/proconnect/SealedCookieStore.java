package fr.hubee.websecurity.proconnect;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.proconnect.SignInFlow.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The encrypted cookies, which browsers send only to the ProConnect paths of the hub. */
@ApplicationScoped
class SealedCookieStore {
    /** The current attempt. */
    static final String ATTEMPT = "hubee-proconnect";

    /** The id_token for the sign-out at the provider; a session cookie. */
    static final String ID_TOKEN = "hubee-proconnect-id";

    @Inject
    PublicAddress publicAddress;

    void keepAttempt(HttpServletResponse response, Departure departure) {
        response.addCookie(cookie(ATTEMPT, departure.cookie(), Attempt.LIFE));
    }

    void keepIdToken(HttpServletResponse response, String text) {
        response.addCookie(cookie(ID_TOKEN, text, Duration.ofSeconds(-1)));
    }

    void forget(HttpServletResponse response, String name) {
        response.addCookie(cookie(name, "", Duration.ZERO));
    }

    private Cookie cookie(String name, String value, Duration life) {
        var cookie = PersonCookie.cookie(name, value, life, publicAddress);
        cookie.setPath("/proconnect");
        return cookie;
    }
}
