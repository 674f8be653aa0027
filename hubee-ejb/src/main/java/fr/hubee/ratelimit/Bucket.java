package fr.hubee.ratelimit;

import java.time.Duration;

/** A token bucket: so many at once, then so many a second. */
final class Bucket {
    private static final double SECOND = 1e9;

    private double level;
    private long filledAt;

    /** Full. */
    Bucket(double most, long now) {
        level = most;
        filledAt = now;
    }

    /**
     * Takes one, when there is one.
     *
     * @param now of a clock that only goes forward, in nanoseconds
     * @return what is left; negative when there was not one
     */
    synchronized double take(long now, double perSecond, double most) {
        fill(now, perSecond, most);
        if (level < 1) {
            return level - 1;
        }
        level--;
        return level;
    }

    /** Takes that many, whether they are there or not; never further down than they are many. */
    synchronized void spend(double many, long now, double perSecond, double most) {
        fill(now, perSecond, most);
        level = Math.max(level - many, -many);
    }

    /** Until there is one; zero when there is. */
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
