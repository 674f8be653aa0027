package fr.hubee.portal.people;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The next step of a sign-in, for all pages that sign in. */
@RequestScoped
public class SignInProgress {
    private static final DateTimeFormatter HOUR = Paris.moments(Paris.HOUR);

    @Inject
    Clock clock;

    @Inject
    PersonCookie cookie;

    @Inject
    PendingSignIn pending;

    void continueWith(SignInOutcome outcome) {
        continueWith(outcome, LocalPath.of(pending.target()));
    }

    /** @param target the page to show after the sign-in */
    public void continueWith(SignInOutcome outcome, String target) {
        if (outcome instanceof SignInOutcome.SignedIn in) {
            cookie.open(request(), response(), in.sessionToken());
            cookie.keepDevice(request(), response(), in.sessionToken());
            pending.isOver(response());
            Pages.goTo(target);
        } else if (outcome instanceof SignInOutcome.SecondFactorNeeded needed) {
            pending.waitsFor(needed, target, response());
            Pages.goTo(Pages.CODE);
        } else if (outcome instanceof SignInOutcome.PasswordExpired expired) {
            pending.waitsFor(expired, target, response());
            Pages.goTo(Pages.EXPIRED_PASSWORD);
        } else if (outcome instanceof SignInOutcome.Refused refused) {
            PageMessages.refusal(refused.reason().text());
        } else if (outcome instanceof SignInOutcome.Locked locked) {
            PageMessages.refusal(lockedUntil(locked.until()));
        } else if (outcome instanceof SignInOutcome.PlaceRefused place) {
            response().setHeader("Retry-After", String.valueOf(secondsUntil(place.until())));
            PageMessages.refusal(placeRefusedUntil(place.until()));
        } else if (outcome instanceof SignInOutcome.PasswordRefused refused) {
            refused.reasons().forEach(reason -> PageMessages.beside(NewPasswordFields.FIRST, reason));
        }
    }

    public boolean isIn(SignInOutcome outcome) {
        return outcome instanceof SignInOutcome.SignedIn;
    }

    /** Returns the time, rounded up, so that she does not return too early. */
    static String lockedUntil(Instant until) {
        return "Trop d’essais ont échoué. Réessayez après " + HOUR.format(until.plusSeconds(59))
                + ", ou choisissez un nouveau mot de passe avec « Mot de passe oublié ? ».";
    }

    static String placeRefusedUntil(Instant until) {
        return "Trop d’essais ont échoué depuis votre réseau. Réessayez après " + HOUR.format(until.plusSeconds(59))
                + ". Un navigateur qui vous a déjà servi à entrer n’attend pas.";
    }

    private long secondsUntil(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    }

    /** Returns the cookie of the known device. */
    String device() {
        return PersonCookie.device(request());
    }

    String address() {
        return request().getRemoteAddr();
    }

    HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
