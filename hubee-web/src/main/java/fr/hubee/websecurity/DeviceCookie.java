package fr.hubee.websecurity;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.people.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The cookie of a known device. It grants no access, but failures from elsewhere do not lock this browser out. */
@ApplicationScoped
public class DeviceCookie {
    public static final String NAME = "hubee-device";

    private static final Duration LIFE = Duration.ofDays(365);

    @Inject
    SessionService sessions;

    @Inject
    PublicAddress publicAddress;

    /** Returns null without a cookie. */
    public String of(HttpServletRequest request) {
        return PersonCookie.value(request, NAME).orElse(null);
    }

    /** Adds the person who has just signed in. */
    public void keep(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        sessions.remember(sessionToken, of(request))
                .map(device -> PersonCookie.cookie(NAME, device, LIFE, publicAddress))
                .ifPresent(response::addCookie);
    }
}
