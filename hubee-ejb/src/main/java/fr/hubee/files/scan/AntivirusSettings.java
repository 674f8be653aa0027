package fr.hubee.files.scan;

import fr.hubee.kernel.settings.SettingSource;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of the antivirus.
 *
 * @param scanner empty when files are not scanned: only for the word {@code off}
 * @param scans maximum number of files scanned at the same time; {@code clamd} has as many threads ({@code MaxThreads})
 */
public record AntivirusSettings(Optional<SocketAddress> scanner, int scans) {
    private static final String OFF = "off";
    private static final int SCANS = 10;

    public AntivirusSettings(SettingSource source) {
        this(source.read("HUBEE_ANTIVIRUS", "127.0.0.1:3310", AntivirusSettings::address), SCANS);
    }

    public boolean isOff() {
        return scanner.isEmpty();
    }

    /** {@code off}, the path of a socket, or {@code host:port}. */
    private static Optional<SocketAddress> address(String text) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        if (text.startsWith("/")) {
            return Optional.of(UnixDomainSocketAddress.of(Path.of(text)));
        }
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("neither off, nor a path, nor host:port");
        }
        return Optional.of(InetSocketAddress.createUnresolved(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))));
    }
}
