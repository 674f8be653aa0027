package fr.hubee.people.session;

import java.time.Instant;

/**
 * An attempt counted as a failure, until it succeeds.
 *
 * @param refused because of an existing lock: not checked
 * @param lockedUntil when refused, or when this failure causes a lock; else null
 */
public record CountedAttempt(boolean refused, Instant lockedUntil) {

    public boolean locks() {
        return !refused && lockedUntil != null;
    }
}
