package fr.hubee.launcher;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A script of ours that starts programs of Debian's packages, writes "ready", and ends them all when its standard input ends. */
public final class DebianScript implements Closeable {
    private final Process process;
    private final BufferedReader said;
    private final Path folder;

    private DebianScript(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts the script, and returns once it is ready.
     *
     * @param program of the packages, which are installed if it is missing
     * @param file the script; its first argument is an empty folder for its data
     */
    public static DebianScript start(String program, String packages, Path file, String... arguments)
            throws IOException, InterruptedException {
        require(program, packages);
        var folder = Files.createTempDirectory("hubee-" + file.getParent().getFileName());
        var command = new ArrayList<>(List.of(file.toString(), folder.toString()));
        command.addAll(List.of(arguments));
        var errors = folder.resolve("errors");
        var script = new DebianScript(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), folder);
        for (var line = script.answer(); !"ready".equals(line); line = script.answer()) {
            if (line == null) {
                script.close();
                throw new IOException(file + " does not start: " + Files.readString(errors));
            }
        }
        return script;
    }

    private static void require(String program, String packages) throws IOException, InterruptedException {
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

    /** Returns the folder of its data. */
    public Path folder() {
        return folder;
    }

    public void tell(String word) throws IOException {
        process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Returns the next line of its output; null when it has ended. */
    public String answer() throws IOException {
        return said.readLine();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }
}
