package fr.hubee.files.storage;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the S3 store.
 *
 * @param endpoint empty for that of AWS in this region
 * @param waiting how many threads may wait for it at the same time: a quarter of all
 * @param pathStyle whether the bucket is in the path of an address, not in its host name
 */
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        Optional<String> accessKey,
        Optional<String> secretKey,
        int waiting) {
    private static final int SHARE = 4;

    public S3Settings(SettingSource source) {
        this(
                source.read(
                        "HUBEE_S3_ENDPOINT",
                        "",
                        text -> SettingValues.optional(text).map(SettingValues::address)),
                source.read("HUBEE_S3_REGION", "us-east-1", SettingValues::required),
                source.read("HUBEE_S3_PATH_STYLE", "true", SettingValues::yesOrNo),
                source.secret("HUBEE_S3_ACCESS_KEY", SettingValues::optional),
                source.secret("HUBEE_S3_SECRET_KEY", SettingValues::optional),
                Math.max(2, source.read("HUBEE_THREADS", "400", SettingValues::atLeastOne) / SHARE));
    }

    /** @throws IllegalStateException when a bucket cannot be reached with these settings */
    public void requireComplete() {
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalStateException(
                    "A bucket in HUBEE_BLOBS or HUBEE_BLOBS_FORMER needs HUBEE_S3_ACCESS_KEY and HUBEE_S3_SECRET_KEY");
        }
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint.map(URI::toString).orElse("AWS") + ", " + region + "]"; // no secret in a log
    }

    /**
     * The time limits of calls to a store.
     *
     * @param connect until it accepts a connection
     * @param answer until it answers, or sends the next bytes
     * @param tries of one call, all together
     * @param grace initial time without a minimum speed
     */
    record Timeouts(Duration connect, Duration answer, Duration tries, Duration grace) {
        static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(25));
    }
}
