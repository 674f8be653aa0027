package fr.hubee.websecurity;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.people.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets and removes the cookies of a person, for pages and servlets: of her session, and of the device that is known. */
@ApplicationScoped
public class PersonCookie {
    public static final String NAME = "hubee-session";

    /**
     * The cookie of a known device. The cookie grants no access; but failures elsewhere do not lock this browser out, and a second factor that
     * an agent proved on this browser counts at her sign-ins for thirty days.
     */
    public static final String DEVICE = "hubee-device";

    private static final Duration LIFE_OF_DEVICE = Duration.ofDays(365);

    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    @Inject
    SessionService sessions;

    @Inject
    PublicAddress publicAddress;

    /** Signs in; removes an earlier session of the browser. */
    public void open(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        close(request);
        response.addCookie(cookie(sessionToken, UNTIL_THE_BROWSER_CLOSES));
    }

    /** Signs out. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        close(request);
        response.addCookie(cookie("", Duration.ZERO));
    }

    /** Returns the known device; null without its cookie. */
    public static String device(HttpServletRequest request) {
        return value(request, DEVICE).orElse(null);
    }

    /** Notes at the device that the person has signed in or has proved a second factor; the device gets a new cookie. */
    public void keepDevice(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        sessions.remember(sessionToken, device(request))
                .map(device -> cookie(DEVICE, device, LIFE_OF_DEVICE, publicAddress))
                .ifPresent(response::addCookie);
    }

    /** Returns the token that the browser holds; its session may have ended. */
    public static Optional<String> token(HttpServletRequest request) {
        return value(request, NAME);
    }

    /** Returns the value of a cookie of the hub. */
    public static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private void close(HttpServletRequest request) {
        token(request).ifPresent(token -> sessions.close(token, request.getRemoteAddr()));
    }

    private Cookie cookie(String value, Duration age) {
        return cookie(NAME, value, age, publicAddress);
    }

    /**
     * Makes a cookie that is HttpOnly, and not sent with forms of other sites. It is sent when a provider of identities redirects the browser
     * here, which {@code Strict} would prevent.
     */
    public static Cookie cookie(String name, String value, Duration age, PublicAddress portal) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(portal.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) age.toSeconds());
        return cookie;
    }
}
