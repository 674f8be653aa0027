package fr.hubee.portal.directory;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.portal.page.PortalKeys;
import fr.hubee.websecurity.CookieSeal;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.PersonCookie;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/**
 * Transports the new secrets of clients in the browser, encrypted for one person and one purpose: in the form that sets one, and in a
 * cookie to the page that shows it once. The server keeps nothing (ADR 28).
 */
@ApplicationScoped
public class SecretCarrier {
    /** For so many days the former secret stays valid, unless the person chooses otherwise: nobody cuts software off by mistake. */
    public static final int USUAL_OVERLAP_DAYS = 7;

    static final String COOKIE = "hubee-secret";

    private static final Duration FORM_LIFE = Duration.ofHours(1);
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(1);
    private static final String FIELD = "sealed";
    private static final String SECRET = "secret";

    @Inject
    PortalKeys keys;

    @Inject
    PublicAddress publicAddress;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    private CookieSeal inForms;
    private CookieSeal inCookies;

    @PostConstruct
    void open() {
        inForms = new CookieSeal(keys.master(), "hubee: the secret that a form sets");
        inCookies = new CookieSeal(keys.master(), "hubee: the secret that the next page shows");
    }

    /** Returns a new secret, for the hidden field {@code sealed}. */
    public String sealed(String purpose) {
        return seal(inForms, purpose, NewSecret.random().text(), FORM_LIFE);
    }

    /**
     * Returns the secret of a form that was sent.
     *
     * @throws InvalidRequest unless this person was given it for this purpose within the hour
     */
    public NewSecret opened(String purpose) {
        var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return open(inForms, purpose, sent.get(FIELD))
                .map(NewSecret::new)
                .orElseThrow(() -> new InvalidRequest("Cette page était ouverte depuis trop longtemps : rechargez-la,"
                        + " puis recommencez. Rien n’a été changé."));
    }

    public void showNext(String clientId, String secret) {
        send(seal(inCookies, clientId, secret, COOKIE_LIFE), COOKIE_LIFE);
    }

    /** Returns the secret to show now, and never again; empty when there is none for this client. */
    public Optional<String> take(String clientId) {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        var secret = PersonCookie.value(request, COOKIE).flatMap(text -> open(inCookies, clientId, text));
        if (secret.isPresent()) {
            send("", Duration.ZERO);
        }
        return secret;
    }

    private String seal(CookieSeal seal, String purpose, String secret, Duration life) {
        return seal.seal(new JWTClaimsSet.Builder()
                .subject(currentCaller.get().name())
                .audience(purpose)
                .claim(SECRET, secret)
                .expirationTime(Date.from(clock.instant().plus(life)))
                .build());
    }

    private Optional<String> open(CookieSeal seal, String purpose, String text) {
        return seal.open(text, clock.instant())
                .filter(claims -> currentCaller.get().name().equals(claims.getSubject()))
                .filter(claims -> claims.getAudience().contains(purpose))
                .map(claims -> (String) claims.getClaim(SECRET));
    }

    private void send(String value, Duration life) {
        var response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        response.addCookie(PersonCookie.cookie(COOKIE, value, life, publicAddress));
    }
}
