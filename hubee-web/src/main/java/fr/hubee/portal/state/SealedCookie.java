package fr.hubee.portal.state;

import fr.hubee.shared.settings.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A short text that the next page of this browser takes: sealed, and gone after a minute. */
@ApplicationScoped
public class SealedCookie {
    /** Characters, so that the sealed text stays under the 4,096 bytes that browsers keep. */
    static final int MOST = 2_000;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    PortalKeys keys;

    @Inject
    PublicAddress publicAddress;

    public void put(HttpServletResponse response, String name, String text) {
        var sealed = Seal.seal(
                keys.key(name, ""),
                text.substring(0, Math.min(text.length(), MOST)).getBytes(StandardCharsets.UTF_8));
        response.addCookie(cookie(name, sealed, A_MINUTE));
    }

    /** Empty when there is none. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response, String name) {
        var found = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
        found.ifPresent(any -> response.addCookie(cookie(name, "", Duration.ZERO)));
        return found.flatMap(cookie -> Seal.open(keys.key(name, ""), cookie.getValue()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Cookie cookie(String name, String value, Duration age) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) age.toSeconds());
        return cookie;
    }
}
