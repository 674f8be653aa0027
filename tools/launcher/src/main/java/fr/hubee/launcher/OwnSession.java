package fr.hubee.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts commands that Ctrl-C in the terminal does not reach: only the launcher gets it, and stops its parts in order.
 *
 * <p>{@code setsid} replaces itself by the command, so the started process is the command itself. Without {@code
 * setsid}, the stop order on Ctrl-C is not guaranteed.
 */
final class OwnSession {
    private static final boolean AVAILABLE = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    private OwnSession() {}

    static List<String> of(List<String> command) {
        return AVAILABLE ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }
}
