package fr.hubee.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The master key of the files of this demonstration, created once, as an operator does: outside the database and the store. */
record DemoMasterKey(Path server, Path ear) {

    Path keptIn(Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var made = new ProcessBuilder(
                            server.resolve("bin/hubee").toString(),
                            "keys",
                            "new",
                            "--file",
                            file.toString(),
                            "--ear",
                            ear.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) {
                throw new IOException("hubee keys new did not make " + file);
            }
        }
        return file;
    }
}
