package fr.hubee.api.exchange;

import fr.hubee.api.exchange.AttachmentTransfer.ByteRange;
import fr.hubee.fuzz.SentRequest;
import fr.hubee.websecurity.LocalPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The headers with which files are sent and fetched, and the address to which a person is sent back: always within the file, and the portal. */
public final class HeaderFuzz {
    private HeaderFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        for (long size : new long[] {0, 1, 10, Long.MAX_VALUE}) {
            var range = ByteRange.of(text, size);
            if (range != null && (range.from() < 0 || range.length() < 0 || range.from() > size - range.length())) {
                throw new AssertionError(range.contentRange());
            }
        }
        AttachmentTransfer.digest(
                SentRequest.of(Map.of("Content-Digest", text, "Repr-Digest", text), Map.of()),
                text,
                "Content-Digest",
                "Repr-Digest");
        var asBrowsersReadIt = LocalPath.of(text).replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        if (!asBrowsersReadIt.startsWith("/") || asBrowsersReadIt.startsWith("//")) {
            throw new AssertionError("Sent to another server: " + asBrowsersReadIt);
        }
    }
}
