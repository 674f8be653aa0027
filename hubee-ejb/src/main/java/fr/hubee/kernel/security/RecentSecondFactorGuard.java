package fr.hubee.kernel.security;

import fr.hubee.kernel.shared.StaleSecondFactor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Rejects calls marked {@link RecentSecondFactor} when the caller's proof is too old. */
@RecentSecondFactor
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RecentSecondFactorGuard {
    public static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    Clock clock;

    /** Returns the date of a proof of an earlier session, made old enough that no critical action takes the proof for a recent one. */
    public static Instant notRecent(Instant provenAt, Instant now) {
        var old = now.minus(LIFE).minusSeconds(1);
        return provenAt.isBefore(old) ? provenAt : old;
    }

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        var caller = (Caller) call.getParameters()[0];
        if (!caller.hasProvenSince(clock.instant().minus(LIFE))) {
            throw new StaleSecondFactor();
        }
        return call.proceed();
    }
}
