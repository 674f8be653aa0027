package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that stops the parts, in the given order, if the launcher is killed and cannot do so. It detects that by the
 * end of its input, which the launcher keeps open without writing.
 */
public final class Watch implements Closeable {
    private static final String SCRIPT = """
            cat > /dev/null
            for pid in "$@"; do
                kill -INT "$pid"
                for second in 1 2 3 4 5 6 7 8 9 10; do
                    kill -0 "$pid" && sleep 1
                done
            done
            """;

    private final Process shell;

    private Watch(Process shell) {
        this.shell = shell;
    }

    public static Watch over(Long... pids) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        for (var pid : pids) {
            command.add(pid.toString());
        }
        return new Watch(new ProcessBuilder(OwnSession.of(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Ends the shell first, so that it does not see the end of its input. */
    @Override
    public void close() throws IOException {
        shell.destroyForcibly().onExit().join();
        shell.getOutputStream().close();
    }
}
