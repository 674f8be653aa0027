package fr.hubee.websecurity.proconnect;

import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;

/** Where the browser keeps its attempt: sent back with the return from the provider, and to nothing else. */
@ApplicationScoped
class AttemptCookie {
    private static final String NAME = "hubee-proconnect";

    @Inject
    Settings settings;

    /** @return null for none */
    String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    void keep(HttpServletResponse response, String sealed) {
        response.addCookie(cookie(sealed, (int) Attempt.LIFE.toSeconds()));
    }

    void forget(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, int life) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/proconnect");
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(settings.publicAddress().getScheme()));
        cookie.setMaxAge(life);
        cookie.setAttribute("SameSite", "Lax"); // the provider sends the browser back: strict would hold it back
        return cookie;
    }
}
