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
import java.time.Duration;

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
}
