package fr.hubee.files.storage;

import fr.hubee.launcher.OwnModule;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A small S3 server of this machine, S3Mock: it checks digests, but knows neither credentials nor atomic conditions.
 */
public final class LightS3 implements S3Server {
    private static final Duration TO_START = Duration.ofMinutes(3);

    private final Process process;
    private final Path folder;
    private final int port;

    private LightS3(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    public static LightS3 start() throws Exception {
        var folder = Files.createTempDirectory("hubee-s3");
        int port = Ports.anyFree();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = OwnModule.target(LightS3.class).resolve("s3/s3mock.jar");
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dserver.port=" + Ports.anyFree(),
                        "-Dcom.adobe.testing.s3mock.httpPort=" + port,
                        "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                        "-Dcom.adobe.testing.s3mock.store.root=" + folder,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var server = new LightS3(process, folder, port);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + TO_START.toNanos();
        try (var client = client()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("S3Mock does not start: " + Files.readString(folder.resolve("log")));
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static boolean isReady(S3Client client) {
        try {
            client.headBucket(bucket -> bucket.bucket(BUCKET));
            return true;
        } catch (SdkException failure) {
            return false;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
