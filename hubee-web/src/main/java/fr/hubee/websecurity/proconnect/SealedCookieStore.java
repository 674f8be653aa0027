package fr.hubee.websecurity.proconnect;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.proconnect.SignInFlow.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

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
        response.addCookie(cookie(ATTEMPT, departure.cookie(), (int) Attempt.LIFE.toSeconds()));
    }

    void keepIdToken(HttpServletResponse response, String text) {
        response.addCookie(cookie(ID_TOKEN, text, -1));
    }

    void forget(HttpServletResponse response, String name) {
        response.addCookie(cookie(name, "", 0));
    }

    private Cookie cookie(String name, String value, int life) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/proconnect");
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setMaxAge(life);
        cookie.setAttribute("SameSite", "Lax"); // the provider redirects the browser: Strict would withhold it
        return cookie;
    }
}
