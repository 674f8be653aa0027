package fr.hubee.api.exchange;

import fr.hubee.api.http.ErrorJson;
import fr.hubee.api.http.RefusalReason;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentService;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.files.storage.Upload;
import fr.hubee.http.ContentDisposition;
import fr.hubee.http.body.UnreadFile;
import fr.hubee.http.delivery.LeavingFile;
import fr.hubee.websecurity.CurrentCaller;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Uploads and downloads of attachments, with the contract's {@code digest} and the standard headers (RFC 9110). */
@RequestScoped
public class AttachmentTransfer {
    private static final AttachmentKey<Upload> UPLOAD = AttachmentKey.create(Upload.class);

    private static final Pattern SHA_256 = Pattern.compile("(?:^|[ ,])sha-256=:([^:]*):");

    @Inject
    AttachmentService attachments;

    @Inject
    BlobReader bytes;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    /** Receives a file. While the next bytes of a long one are missing, the request is dispatched again later: see {@link UnreadFile}. */
    void receive(AttachmentPath.Deposit path, InputStream bytes, String digest) throws IOException {
        var upload = UnreadFile.once(UPLOAD, () -> new Upload(UnreadFile.bytes(bytes)));
        if (!attachments.receive(
                currentCaller.get(), path, upload, digest(request, digest, "Content-Digest", "Repr-Digest"))) {
            UnreadFile.dispatchAgain(upload::isOver, upload);
        }
    }

    /**
     * Returns the SHA-256 that the sender has computed, or null. Digests that differ match nothing.
     *
     * @param digest the contract's, with the algorithm that older clients put before it (specification §4.8)
     * @param standard headers of RFC 9530; other algorithms are ignored
     */
    static String digest(HttpServletRequest request, String digest, String... standard) {
        var given = Stream.of(standard)
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                .flatMap(value -> SHA_256.matcher(value).results().map(found -> found.group(1)));
        var legacy = Stream.ofNullable(digest)
                .filter(Predicate.not(String::isBlank))
                .map(value -> value.strip().replaceFirst("^(?i)sha-256=", ""));
        return Stream.concat(legacy, given)
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
    }

    Response send(AttachmentPath.Reading path) {
        var file = attachments.open(currentCaller.get(), path);
        var tag = '"' + file.blob().sha256() + '"';
        if (tag.equals(request.getHeader("If-None-Match"))) {
            return headers(Response.notModified(), file, tag).build();
        }
        var range = range(file, tag);
        if (range == null) {
            var refusal = ErrorJson.of(416, RefusalReason.RANGE_INVALID, "Range not satisfiable");
            refusal.getHeaders()
                    .putSingle("Content-Range", "bytes */" + file.blob().size());
            return refusal;
        }
        var answer = Response.ok(leaving(file.blob(), range))
                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Length", range.length());
        if (range.isPart()) {
            answer.status(206).header("Content-Range", range.contentRange());
        }
        return headers(answer, file, tag).build();
    }

    private StreamingOutput leaving(StoredBlob file, ByteRange range) {
        var content = bytes.open(file, range.from(), range.length());
        LeavingFile.Bytes part = (from, target) -> {
            var rest = from == 0 ? content : bytes.open(file, range.from() + from, range.length() - from);
            rest.writeTo(target);
        };
        return target -> LeavingFile.send(part, target, () -> {});
    }

    private ByteRange range(StoredFile file, String tag) {
        var wanted = request.getHeader("Range");
        var unless = request.getHeader("If-Range");
        boolean stale = unless != null && !unless.equals(tag);
        return ByteRange.of(stale ? null : wanted, file.blob().size());
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, StoredFile file, String tag) {
        return answer.header("digest", file.blob().sha256())
                .header("Repr-Digest", "sha-256=:" + file.blob().sha256() + ":")
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", ContentDisposition.attachment(file.fileName()));
    }

    /**
     * The requested part of a file (RFC 9110 §14).
     *
     * @param from the first byte
     * @param length how many
     * @param size of the whole file
     */
    record ByteRange(long from, long length, long size) {
        private static final Pattern ONE = Pattern.compile("(?i)bytes=([0-9]{0,18})-([0-9]{0,18})");

        /**
         * @param header null, unreadable or with several ranges: the whole file
         * @return null when it starts after the end
         */
        static ByteRange of(String header, long size) {
            var whole = new ByteRange(0, size, size);
            if (header == null) {
                return whole;
            }
            var match = ONE.matcher(header.replace(" ", ""));
            if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
                return whole;
            }
            if (match.group(1).isEmpty()) {
                long last = Long.parseLong(match.group(2));
                long length = Math.min(last, size);
                return last == 0 ? null : new ByteRange(size - length, length, size);
            }
            long from = Long.parseLong(match.group(1));
            long to = match.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(match.group(2));
            if (to < from) {
                return whole;
            }
            return from >= size ? null : new ByteRange(from, Math.min(to, size - 1) - from + 1, size);
        }

        boolean isPart() {
            return length < size;
        }

        String contentRange() {
            return "bytes " + from + "-" + (from + length - 1) + "/" + size;
        }
    }
}
