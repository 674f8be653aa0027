package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small S3 server of this machine, with one bucket. It checks digests, but knows neither credentials nor atomic conditions, and listens on
 * all addresses of the machine.
 */
public final class S3Mock implements Closeable {
    private static final int LONGEST_START_SECONDS = 180;

    private final Process process;
    private final Path folder;
    private final int port;

    private S3Mock(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Returns when it answers.
     *
     * @param jar the program, {@code s3/s3mock.jar} of what is built of hubee-ejb
     */
    public static S3Mock start(Path jar, String bucket) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("hubee-s3");
        int port = Ports.anyFree();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(OwnSession.of(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dserver.port=" + Ports.anyFree(),
                        "-Dcom.adobe.testing.s3mock.httpPort=" + port,
                        "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + bucket,
                        "-Dcom.adobe.testing.s3mock.store.root=" + folder,
                        "-jar",
                        jar.toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var server = new S3Mock(process, folder, port);
        server.awaitReady(bucket);
        return server;
    }

    private void awaitReady(String bucket) throws IOException, InterruptedException {
        var head = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + bucket))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        for (int tried = 0; !answers(head); tried++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || tried == 10 * LONGEST_START_SECONDS) {
                var said = Files.readString(folder.resolve("log"));
                close();
                throw new IllegalStateException("S3Mock does not start: " + said);
            }
        }
    }

    private static boolean answers(HttpRequest head) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(head, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException failure) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Folders.delete(folder);
    }
}
