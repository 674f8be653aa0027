package fr.hubee.portal.people;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.secondfactor.SecondFactor;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;

/** The next step of a sign-in, for all pages that sign in. An unfinished one is kept in a cookie: the server stores nothing for strangers. */
@RequestScoped
public class SignInProgress {
    private static final String PENDING = "hubee-etape";

    private static final DateTimeFormatter HOUR = Paris.moments(Paris.HOUR);

    @Inject
    Clock clock;

    @Inject
    PersonCookie cookie;

    @Inject
    PublicAddress publicAddress;

    private PendingStep step;

    private PendingStep step() {
        if (step == null) {
            step = PersonCookie.value(request(), PENDING)
                    .flatMap(PendingStep::read)
                    .orElse(PendingStep.NONE);
        }
        return step;
    }

    /** Returns null when no sign-in is pending. */
    String stepToken() {
        return step().token();
    }

    /** Returns null when no code is expected. */
    SecondFactor kind() {
        return step().kind();
    }

    void continueWith(SignInOutcome outcome) {
        continueWith(outcome, LocalPath.of(step().target()));
    }

    /** @param target the page to show after the sign-in */
    public void continueWith(SignInOutcome outcome, String target) {
        if (outcome instanceof SignInOutcome.SignedIn in) {
            cookie.open(request(), response(), in.sessionToken());
            cookie.keepDevice(request(), response(), in.sessionToken());
            if (stepToken() != null) {
                keep(PendingStep.NONE, "", Duration.ZERO);
            }
            Pages.goTo(target);
        } else if (outcome instanceof SignInOutcome.SecondFactorNeeded needed) {
            keep(new PendingStep(needed.stepToken(), needed.kind(), target));
            Pages.goTo(Pages.CODE);
        } else if (outcome instanceof SignInOutcome.PasswordExpired expired) {
            keep(new PendingStep(expired.stepToken(), null, target));
            Pages.goTo(Pages.EXPIRED_PASSWORD);
        } else if (outcome instanceof SignInOutcome.Refused refused) {
            PageMessages.refusal(refused.reason().text());
        } else if (outcome instanceof SignInOutcome.Locked locked) {
            PageMessages.refusal(lockedUntil(locked.until()));
        } else if (outcome instanceof SignInOutcome.PlaceRefused place) {
            response().setHeader("Retry-After", String.valueOf(secondsUntil(place.until())));
            PageMessages.refusal(placeRefusedUntil(place.until()));
        } else if (outcome instanceof SignInOutcome.PasswordRefused refused) {
            refused.reasons().forEach(reason -> PageMessages.fieldError(NewPasswordForm.FIRST, reason));
        }
    }

    private void keep(PendingStep next) {
        keep(next, next.written(), Duration.ofSeconds(-1));
    }

    private void keep(PendingStep next, String written, Duration life) {
        step = next;
        response().addCookie(PersonCookie.cookie(PENDING, written, life, publicAddress));
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

    /**
     * The next step of a sign-in, from the browser's cookie. It is not trusted: the server finds the step by the token, the rest only selects
     * the page.
     *
     * @param kind null when a new password is expected
     */
    record PendingStep(String token, SecondFactor kind, String target) {
        static final PendingStep NONE = new PendingStep(null, null, null);

        private static final String PASSWORD = "PASSWORD";

        String written() {
            var text = token + " " + (kind == null ? PASSWORD : kind.name()) + " " + target;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Returns the step; empty for an invalid cookie. */
        static Optional<PendingStep> read(String cookie) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split(" ", 3);
                return parts.length == 3
                        ? Optional.of(new PendingStep(parts[0], kind(parts[1]), parts[2]))
                        : Optional.empty();
            } catch (IllegalArgumentException invalid) {
                return Optional.empty();
            }
        }

        private static SecondFactor kind(String name) {
            return name.equals(PASSWORD) ? null : SecondFactor.valueOf(name);
        }
    }
}
