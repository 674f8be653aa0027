package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.files.storage.LightS3;
import fr.hubee.files.storage.S3Server;
import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Ports;
import fr.hubee.mail.outbox.RelayProbe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that what is missing beside the database is reported before the first start, in one line each. */
class SurroundingsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void theScannerScansAByte() throws Exception {
        assumeTrue(Clamd.installed().isPresent() || "true".equals(System.getenv("CI")));
        int port = Ports.anyFree();
        try (var clamd = Clamd.start(port, Clamd.LARGEST)) {
            assertEquals(
                    "ok         the antivirus: " + clamd.address() + " scans",
                    said(new AntivirusProbe(), Map.of("HUBEE_ANTIVIRUS", clamd.address())));
        }
    }

    @Test
    void aScannerThatIsNotThereIsNamed() throws IOException {
        var said = said(new AntivirusProbe(), Map.of("HUBEE_ANTIVIRUS", "127.0.0.1:" + Ports.anyFree()));

        assertTrue(said.startsWith("NOT READY  the antivirus: 127.0.0.1"), said);
        assertTrue(said.contains("All files wait until it scans them (HUBEE_ANTIVIRUS)"), said);
    }

    /** Checks a port on which another program listens. */
    @Test
    void whatIsNoScannerIsNamed() throws Exception {
        try (var mails = MailCatcher.start(0, 0, null)) {
            var said = said(new AntivirusProbe(), Map.of("HUBEE_ANTIVIRUS", "127.0.0.1:" + mails.smtpPort()));

            assertTrue(said.contains("clamd does not answer"), said);
        }
    }

    @Test
    void withoutAScannerThatIsSaid() {
        assertEquals(
                "ok         the antivirus: HUBEE_ANTIVIRUS is off, files are served unscanned",
                said(new AntivirusProbe(), Map.of("HUBEE_ANTIVIRUS", "off")));
    }

    @Test
    void theRelayIsGreetedAsItIsSet() throws Exception {
        try (var mails = MailCatcher.start(0, 0, null)) {
            var port = String.valueOf(mails.smtpPort());
            assertEquals(
                    "ok         the relay: 127.0.0.1:" + port + " answers",
                    said(new RelayProbe(), Map.of("HUBEE_SMTP_PORT", port)));

            var unprotected = said(new RelayProbe(), Map.of("HUBEE_SMTP_PORT", port, "HUBEE_SMTP_STARTTLS", "true"));
            assertTrue(
                    unprotected.startsWith("NOT READY  the relay: 127.0.0.1:" + port + ": STARTTLS is required"),
                    unprotected);
            assertEquals(List.of(), mails.mails());
        }
    }

    @Test
    void aRelayThatIsNotThereIsNamed() throws IOException {
        var said = said(new RelayProbe(), Map.of("HUBEE_SMTP_PORT", String.valueOf(Ports.anyFree())));

        assertTrue(said.startsWith("NOT READY  the relay: 127.0.0.1:"), said);
        assertTrue(said.endsWith("All mails wait (HUBEE_SMTP_HOST)"), said);
    }

    @Test
    void theFolderIsWrittenToAndLeftAsItWas() throws IOException {
        var said = said(new StoreProbe(), Map.of("HUBEE_BLOBS", folder.toString()));

        assertEquals("ok         the store: " + folder + " takes files as " + System.getProperty("user.name"), said);
        assertEquals(List.of(), contents());
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() throws IOException {
        var said = said(
                new StoreProbe(), Map.of("HUBEE_BLOBS", folder.resolve("blobs").toString()));

        assertEquals("NOT READY  the store: there is no folder " + folder.resolve("blobs") + " (HUBEE_BLOBS)", said);
        assertEquals(List.of(), contents());
    }

    @Test
    void theBucketIsWrittenToAndLeftAsItWas() throws Exception {
        try (var server = LightS3.start();
                var client = server.client()) {
            var settings = Map.of(
                    "HUBEE_BLOBS", "s3://" + S3Server.BUCKET + "/files",
                    "HUBEE_S3_ENDPOINT",
                            server.settings().endpoint().orElseThrow().toString(),
                    "HUBEE_S3_ACCESS_KEY", server.settings().accessKey().orElseThrow(),
                    "HUBEE_S3_SECRET_KEY", server.settings().secretKey().orElseThrow());

            assertEquals(
                    "ok         the store: the bucket " + S3Server.BUCKET + " takes files",
                    said(new StoreProbe(), settings));
            assertEquals(
                    List.of(),
                    client.listObjectsV2(list -> list.bucket(S3Server.BUCKET)).contents());
        }
    }

    @Test
    void nothingWaitsForWhatNeverAnswers() throws Exception {
        var never = new CountDownLatch(1);
        var silent = new Probe() {
            @Override
            public String subject() {
                return "the silence";
            }

            @Override
            public String check(SettingSource settings) throws IOException {
                try {
                    never.await();
                } catch (InterruptedException failure) {
                    throw new IOException(failure);
                }
                return "";
            }
        };

        assertEquals(
                "NOT READY  the silence does not answer within 0 seconds",
                said(silent, Map.of(), Duration.ofMillis(50)));
        never.countDown();
    }

    /** Checks programs that accept a connection and do not answer. */
    @Test
    void eachGivesUpByItself() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(silent.getLocalPort());
            assertTrue(said(new AntivirusProbe(), Map.of("HUBEE_ANTIVIRUS", "127.0.0.1:" + port))
                    .contains("clamd does not answer"));
            assertTrue(said(new RelayProbe(), Map.of("HUBEE_SMTP_PORT", port)).startsWith("NOT READY  the relay: "));
        }
    }

    @Test
    void preflightTriesAllOfThem() {
        assertEquals(
                List.of("the antivirus", "the relay", "the store"),
                Stream.of(ServiceLoader.load(Probe.class))
                        .flatMap(probes -> probes.stream())
                        .map(probe -> probe.get().subject())
                        .toList());
    }

    private List<Path> contents() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String said(Probe probe, Map<String, String> settings) {
        return said(probe, settings, LONG);
    }

    private static String said(Probe probe, Map<String, String> settings, Duration longest) {
        var out = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(out, true, StandardCharsets.UTF_8));
        new Surroundings(List.of(probe), new SettingSource(settings::get), findings, longest).say();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(2)
                .findFirst()
                .orElseThrow()
                .strip();
    }
}
