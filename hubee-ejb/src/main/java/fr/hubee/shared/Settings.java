package fr.hubee.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything an operator may set, read once at start; a value that does not make sense stops the start.
 *
 * @param blobs the folder that keeps the bytes of the attachments
 * @param tokenLife how long an access token is good for (specification §4.2: one hour)
 * @param bootstrap files of data to load at start, in this order
 */
public record Settings(Path blobs, Duration tokenLife, List<Path> bootstrap) {

    /** @param source gives the text of a setting, or null where it is not set */
    static Settings read(Function<String, String> source) {
        return new Settings(
                read(source, "HUBEE_BLOBS", "/var/lib/hubee/blobs", Path::of),
                read(source, "HUBEE_TOKEN_LIFE", "PT1H", Settings::positive),
                read(source, "HUBEE_BOOTSTRAP", "", Settings::paths));
    }

    private static <T> T read(Function<String, String> source, String name, String unset, Function<String, T> meaning) {
        var text = source.apply(name);
        try {
            return meaning.apply(text == null || text.isBlank() ? unset : text.strip());
        } catch (RuntimeException nonsense) {
            throw new IllegalStateException("The setting " + name + " cannot be \"" + text + "\"", nonsense);
        }
    }

    private static Duration positive(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not a positive duration");
        }
        return duration;
    }

    private static List<Path> paths(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }
}
