package fr.hubee.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that Ctrl-C in the terminal does not reach: it goes to the launcher alone, which stops its parts in order.
 *
 * <p>{@code setsid} replaces itself by the command, so the process that is started is the command itself. Where there is no
 * {@code setsid}, the order on Ctrl-C is not warranted.
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
