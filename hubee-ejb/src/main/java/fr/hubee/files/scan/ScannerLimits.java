package fr.hubee.files.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Finds the limits of {@code clamd}, which none of its commands returns. It refuses a length before any bytes ({@code StreamMaxLength});
 * and it reports an archive that is too deep for any setting as unread, unless it is set to call such files clean ({@code
 * AlertExceedsMax}).
 */
@ApplicationScoped
public class ScannerLimits {
    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);

    /** A refusal of a length takes some milliseconds; otherwise nothing comes. */
    private static final Duration TO_REFUSE = Duration.ofMillis(500);

    private static final Duration TO_LOOK = Duration.ofSeconds(10);

    /** No {@code MaxRecursion} is above a hundred. */
    private static final int DEEP = 110;

    /** Results by size, also that nobody answered: it is not asked at each look, since its silence is waited for. */
    private final Cache<Long, Optional<ScannerProblem>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    private AntivirusSettings settings;

    ScannerLimits() {}

    @Inject
    public ScannerLimits(AntivirusSettings settings) {
        this.settings = settings;
    }

    /** The problems of a scanner, for the log. */
    public enum ScannerProblem {
        TOO_SMALL(
                "clamd refuses files of {0} bytes, which processes take: raise StreamMaxLength, MaxFileSize and MaxScanSize"),
        CALLS_CLEAN("clamd calls files clean that it does not read: set AlertExceedsMax yes");

        private final String text;

        ScannerProblem(String text) {
            this.text = text;
        }

        /** @param largest size of a file, in bytes */
        public String text(long largest) {
            return text.replace("{0}", String.valueOf(largest));
        }
    }

    /** Returns the problem of a scanner with files of that size, as it was a minute ago at most; empty without a scanner or an answer. */
    public Optional<ScannerProblem> problem(long largest) {
        return settings.isOff() ? Optional.empty() : known.get(largest, this::ask);
    }

    private Optional<ScannerProblem> ask(long largest) {
        try {
            if (!takes(largest)) {
                return Optional.of(ScannerProblem.TOO_SMALL);
            }
            if (!saysWhatItCannotRead()) {
                return Optional.of(ScannerProblem.CALLS_CLEAN);
            }
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.empty(); // the first file tells
        }
    }

    private boolean takes(long size) throws IOException {
        try (var connection = connect()) {
            int length = (int) Math.min(size, Integer.MAX_VALUE);
            connection.write(begin(Integer.BYTES).putInt(length).flip(), TO_CONNECT);
            return !connection.answer(TO_REFUSE).startsWith("INSTREAM size limit exceeded");
        } catch (SocketTimeoutException failure) {
            return true;
        }
    }

    private boolean saysWhatItCannotRead() throws IOException {
        var archive = deepArchive();
        try (var connection = connect()) {
            var bytes = begin(2 * Integer.BYTES + archive.length)
                    .putInt(archive.length)
                    .put(archive)
                    .putInt(0);
            connection.write(bytes.flip(), TO_CONNECT);
            return !connection.answer(TO_LOOK).equals("stream: OK");
        }
    }

    private ClamdConnection connect() throws IOException {
        return ClamdConnection.to(settings.scanner().orElseThrow(), TO_CONNECT);
    }

    private static ByteBuffer begin(int more) {
        return ByteBuffer.allocate(BEGIN.length + more).put(BEGIN);
    }

    /** An archive in an archive, and so on: some kilobytes. */
    private static byte[] deepArchive() throws IOException {
        var inner = new byte[1];
        for (int depth = 0; depth < DEEP; depth++) {
            var bytes = new ByteArrayOutputStream();
            try (var archive = new ZipOutputStream(bytes)) {
                archive.putNextEntry(new ZipEntry("a.zip"));
                archive.write(inner);
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }
}
