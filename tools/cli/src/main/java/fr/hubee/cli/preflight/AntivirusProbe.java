package fr.hubee.cli.preflight;

import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.scan.ClamdConnection;
import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Checks that {@code clamd} answers, and lets it scan one harmless byte. */
public final class AntivirusProbe implements Probe {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String ONE_BYTE = "zINSTREAM\0" + "\0\0\0\1" + "x" + "\0\0\0\0";

    @Override
    public String subject() {
        return "the antivirus";
    }

    @Override
    public String check(SettingSource settings) throws IOException {
        var scanner = new AntivirusSettings(settings).scanner();
        if (scanner.isEmpty()) {
            return "HUBEE_ANTIVIRUS is off, files are served unscanned";
        }
        try {
            expect("PONG", ask(scanner.get(), "zPING\0"));
            expect("stream: OK", ask(scanner.get(), ONE_BYTE));
        } catch (IOException gone) {
            throw new IOException(
                    name(scanner.get()) + ": " + gone.getMessage()
                            + ". All files wait until it scans them (HUBEE_ANTIVIRUS)",
                    gone);
        }
        return name(scanner.get()) + " scans";
    }

    private static String name(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? internet.getHostString() + ":" + internet.getPort()
                : address.toString();
    }

    private static String ask(SocketAddress address, String words) throws IOException {
        try (var connection = ClamdConnection.to(address, LIMIT)) {
            connection.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)), LIMIT);
            return connection.answer(LIMIT);
        }
    }

    private static void expect(String words, String answer) throws IOException {
        if (!answer.equals(words)) {
            throw new IOException("it says \"" + answer + "\" rather than \"" + words + "\"");
        }
    }
}
