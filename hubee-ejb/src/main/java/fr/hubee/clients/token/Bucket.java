package fr.hubee.clients.token;

import java.time.Duration;

/** A token bucket: a maximum burst, refilled at a rate per second. */
final class Bucket {
    private static final double SECOND = 1e9;

    private double level;
    private long filledAt;

    /** Starts full. */
    Bucket(double most, long now) {
        level = most;
        filledAt = now;
    }

    /**
     * Takes one token, if there is one.
     *
     * @param now of a monotonic clock, in nanoseconds
     * @return the tokens left; negative when none could be taken
     */
    synchronized double take(long now, double perSecond, double most) {
        fill(now, perSecond, most);
        if (level < 1) {
            return level - 1;
        }
        level--;
        return level;
    }

    /** Takes that many tokens, available or not; the level never falls below {@code -many}. */
    synchronized void spend(double many, long now, double perSecond, double most) {
        fill(now, perSecond, most);
        level = Math.max(level - many, -many);
    }

    /** The time until one token is available; zero when there is one. */
    synchronized Duration wait(long now, double perSecond, double most) {
        fill(now, perSecond, most);
        return level >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - level) / perSecond * SECOND));
    }

    private void fill(long now, double perSecond, double most) {
        long passed = Math.max(0, now - filledAt); // another thread may have read the clock later
        level = Math.min(most, level + passed / SECOND * perSecond);
        filledAt += passed;
    }
}
