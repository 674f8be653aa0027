package fr.hubee.portal.page;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.CookieSeal;
import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** A short text for the next page of this browser: encrypted, and deleted after a minute. */
@Named
@ApplicationScoped
public class SealedCookie {
    /** Most characters: the encrypted text must stay under the 4,096 bytes that browsers keep. */
    static final int MOST = 1_500;

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String TEXT = "text";

    @Inject
    PortalKeys keys;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    public void put(HttpServletResponse response, String name, String text) {
        var value = seal(name)
                .seal(new JWTClaimsSet.Builder()
                        .claim(TEXT, text.substring(0, Math.min(text.length(), MOST)))
                        .expirationTime(Date.from(clock.instant().plus(LIFE)))
                        .build());
        response.addCookie(PersonCookie.cookie(name, value, LIFE, publicAddress));
    }

    /** Returns the text, and deletes it; empty for none. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response, String name) {
        var found = PersonCookie.value(request, name);
        found.ifPresent(any -> response.addCookie(PersonCookie.cookie(name, "", Duration.ZERO, publicAddress)));
        return found.flatMap(value -> seal(name).open(value, clock.instant()))
                .map(claims -> (String) claims.getClaim(TEXT));
    }

    private CookieSeal seal(String name) {
        return new CookieSeal(keys.master(), "hubee: the cookie " + name);
    }
}
