package fr.hubee.files.storage;

import java.time.Duration;

/**
 * The time limits of calls to a store.
 *
 * @param connect until it accepts a connection
 * @param answer until it answers, or sends the next bytes
 * @param tries of one call, all together
 * @param grace initial time without a minimum speed
 */
record S3Patience(Duration connect, Duration answer, Duration tries, Duration grace) {
    static final S3Patience USUAL = new S3Patience(
            Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(25));
}
