package fr.hubee.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that long tests need, of Debian's packages. */
final class Debian {
    private Debian() {}

    /** Installs the packages, unless the program is there. */
    static void require(String program, String packages) throws IOException, InterruptedException {
        if (Files.isExecutable(Path.of(program))) {
            return;
        }
        var command =
                List.of("sh", "-c", "apt-get -q update && apt-get -q install -y --no-install-recommends " + packages);
        boolean done = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(10, TimeUnit.MINUTES);
        if (!done || !Files.isExecutable(Path.of(program))) {
            throw new IOException("This needs the Debian packages " + packages);
        }
    }
}
