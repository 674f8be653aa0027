package fr.hubee.signin.attempt;

import java.time.Instant;

/**
 * An attempt that was counted as a failure, until it proves to be none.
 *
 * @param refused because of a lock that was there before: it is not looked at
 * @param lockedUntil when refused, or when this failure brings a lock; else null
 */
public record CountedAttempt(boolean refused, Instant lockedUntil) {

    /** Whether it brings a lock if it stays a failure. */
    public boolean locks() {
        return !refused && lockedUntil != null;
    }
}
