package fr.hubee.portal.people;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.signin.SignInOutcome.PasswordExpired;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.websecurity.PersonCookie;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** An unfinished sign-in of this browser, kept in a cookie: the server stores nothing for strangers. */
@RequestScoped
public class PendingSignIn {
    private static final String NAME = "hubee-etape";

    @Inject
    HttpServletRequest request;

    @Inject
    PublicAddress publicAddress;

    private PendingStep step = PendingStep.NONE;

    @PostConstruct
    void read() {
        step = PersonCookie.value(request, NAME).flatMap(PendingStep::read).orElse(PendingStep.NONE);
    }

    /** @param target the page after the sign-in */
    void waitsFor(SecondFactorNeeded needed, String target, HttpServletResponse response) {
        keep(new PendingStep(needed.stepToken(), needed.kind(), target), response);
    }

    void waitsFor(PasswordExpired expired, String target, HttpServletResponse response) {
        keep(new PendingStep(expired.stepToken(), null, target), response);
    }

    /** Ends the pending sign-in. */
    void isOver(HttpServletResponse response) {
        if (step.token() != null) {
            step = PendingStep.NONE;
            response.addCookie(PersonCookie.cookie(NAME, "", Duration.ZERO, publicAddress));
        }
    }

    private void keep(PendingStep next, HttpServletResponse response) {
        step = next;
        response.addCookie(PersonCookie.cookie(NAME, next.written(), Duration.ofSeconds(-1), publicAddress));
    }

    /** Returns null when none is pending. */
    String stepToken() {
        return step.token();
    }

    SecondFactor kind() {
        return step.kind();
    }

    String target() {
        return step.target();
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
            } catch (IllegalArgumentException forged) {
                return Optional.empty();
            }
        }

        private static SecondFactor kind(String name) {
            return name.equals(PASSWORD) ? null : SecondFactor.valueOf(name);
        }
    }
}
