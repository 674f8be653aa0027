package fr.hubee.kernel.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** Parsers for common kinds of settings; each one fails for an invalid text. */
public final class SettingValues {

    private SettingValues() {}

    public static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public static String required(String text) {
        return optional(text).orElseThrow(() -> new IllegalArgumentException("required"));
    }

    public static Path path(String text) {
        return Path.of(text);
    }

    public static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    public static int atLeastOne(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("none at all");
        }
        return count;
    }

    public static Duration positiveDuration(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not a positive duration");
        }
        return duration;
    }

    public static Period positivePeriod(String text) {
        var period = Period.parse(text);
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("not a positive period");
        }
        return period;
    }

    /** A web address, without a trailing slash. */
    public static URI address(String text) {
        var address = URI.create(text);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || text.endsWith("/")) {
            throw new IllegalArgumentException("no address of the web, or a slash at its end");
        }
        return address;
    }

    /** @return the number of bytes */
    public static long megabytes(String text) {
        long bytes = Long.parseLong(text) * 1_000_000;
        if (bytes < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        return bytes;
    }
}
