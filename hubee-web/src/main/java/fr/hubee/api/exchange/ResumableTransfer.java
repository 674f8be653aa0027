package fr.hubee.api.exchange;

import fr.hubee.api.http.ErrorJson;
import fr.hubee.api.http.RefusalReason;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.PartialUpload;
import fr.hubee.exchange.folder.ResumableUploadService;
import fr.hubee.exchange.folder.ResumableUploadService.Outcome;
import fr.hubee.files.storage.UploadPart;
import fr.hubee.http.body.UnreadFile;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.websecurity.CurrentCaller;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Uploads in several requests. Two protocols mean the same by them, and each ignores the headers of the other: tus 1.0, and the draft of the IETF
 * (draft-ietf-httpbis-resumable-upload, interop version 8) without its interim answers.
 */
@RequestScoped
public class ResumableTransfer {
    static final String TUS = "application/offset+octet-stream";
    static final String DRAFT = "application/partial-upload";

    private static final String VERSION_HEADER = "Tus-Resumable";
    private static final String VERSION = "1.0.0";

    private static final int WRONG_CHECKSUM = 460;
    private static final int LOCKED = 423;

    private static final AttachmentKey<UUID> BEGUN = AttachmentKey.create(UUID.class);
    private static final AttachmentKey<UploadPart> PART = AttachmentKey.create(UploadPart.class);

    @Inject
    ResumableUploadService uploads;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    /** Begins an upload, with the first bytes if the sender likes. */
    Response begin(AttachmentPath.Deposit path, InputStream bytes) throws IOException {
        if (header(VERSION_HEADER) == null && header("Upload-Complete") == null) {
            throw new NotAllowedException("PUT");
        }
        if (isOtherVersion()) {
            return otherVersion();
        }
        var digest = AttachmentTransfer.digest(request, header("digest"), "Repr-Digest");
        var id =
                UnreadFile.once(BEGUN, () -> uploads.begin(currentCaller.get(), path, number("Upload-Length"), digest));
        return answer(201, id, take(id, 0, bytes));
    }

    Response state(UUID id) throws IOException {
        return isOtherVersion() ? otherVersion() : answer(204, id, Outcome.KEPT);
    }

    Response append(UUID id, InputStream bytes) throws IOException {
        if (isOtherVersion()) {
            return otherVersion();
        }
        var offset = number("Upload-Offset");
        if (offset == null) {
            throw new InvalidRequest("Upload-Offset is missing");
        }
        return answer(204, id, take(id, offset, bytes));
    }

    void cancel(UUID id) {
        uploads.cancel(currentCaller.get(), id);
    }

    /** Takes the bytes. While the next ones are missing, the request is dispatched again later: see {@link UnreadFile}. */
    private Outcome take(UUID id, long offset, InputStream bytes) throws IOException {
        var part = UnreadFile.once(
                PART,
                () -> new UploadPart(
                        UnreadFile.bytes(bytes), expected(), "?1".equals(header("Upload-Complete")), UnreadFile.end()));
        var outcome = uploads.append(currentCaller.get(), id, offset, part);
        if (outcome == Outcome.WAITING) {
            UnreadFile.dispatchAgain(part::isOver, part);
        }
        return outcome;
    }

    /** Returns the digest of the bytes of this request, or null. */
    private UploadPart.Expected expected() {
        var checksum = header("Upload-Checksum");
        if (checksum == null) {
            var digest = AttachmentTransfer.digest(request, null, "Content-Digest");
            return digest == null ? null : new UploadPart.Expected(Sha256.fresh(), digest);
        }
        var words = checksum.strip().split(" ", 2);
        if (words.length == 2 && words[0].equals("sha256")) {
            return new UploadPart.Expected(Sha256.fresh(), words[1]);
        }
        if (words.length == 2 && words[0].equals("sha1")) {
            return new UploadPart.Expected(sha1(), words[1]);
        }
        throw new InvalidRequest("Upload-Checksum is not supported");
    }

    /** Returns the algorithm that tus wants of every server. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Response answer(int status, UUID id, Outcome outcome) throws IOException {
        return switch (outcome) {
            case WAITING -> Response.noContent().build();
            case KEPT -> withState(Response.status(status).build(), id);
            case ELSEWHERE -> withState(refusal(409, "Upload-Offset does not match with the upload"), id);
            case BUSY -> busy();
            case WRONG_DIGEST ->
                ErrorJson.of(
                        header("Upload-Checksum") == null ? 400 : WRONG_CHECKSUM,
                        RefusalReason.RULE,
                        "Digest does not match with attachment content");
        };
    }

    private static Response refusal(int status, String message) {
        return ErrorJson.of(status, RefusalReason.CHANGED_MEANWHILE, message);
    }

    private static Response busy() {
        var answer = refusal(LOCKED, "Another request brings bytes of this upload");
        answer.getHeaders().putSingle("Retry-After", 1);
        return answer;
    }

    private Response withState(Response answer, UUID id) throws IOException {
        return uploads.find(currentCaller.get(), id)
                .map(upload -> headers(Response.fromResponse(answer), upload))
                .orElseGet(ResumableTransfer::busy);
    }

    private Response headers(Response.ResponseBuilder answer, PartialUpload upload) {
        var left = Duration.between(clock.instant(), upload.expiresAt());
        return answer.header("Location", request.getServletPath() + "/uploads/" + upload.id())
                .header("Upload-Offset", upload.received())
                .header("Upload-Length", upload.size())
                .header("Upload-Complete", upload.finished() ? "?1" : "?0")
                .header("Upload-Limit", "max-size=" + upload.size() + ", max-age=" + Math.max(left.toSeconds(), 0))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atZone(ZoneOffset.UTC)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private boolean isOtherVersion() {
        var version = header(VERSION_HEADER);
        return version != null && !version.equals(VERSION);
    }

    private static Response otherVersion() {
        var answer = ErrorJson.of(412, RefusalReason.PARAMETER_INVALID, "Tus-Resumable is not supported");
        answer.getHeaders().putSingle("Tus-Version", VERSION);
        return answer;
    }

    private Long number(String name) {
        var value = header(name);
        if (value != null && !value.matches("[0-9]{1,18}")) {
            throw new InvalidRequest(name + " is not a number");
        }
        return value == null ? null : Long.valueOf(value);
    }

    private String header(String name) {
        return request.getHeader(name);
    }

    /** Tells clients of tus which version the hub speaks, whatever the answer. */
    @Provider
    public static class TusVersion implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getHeaderString(VERSION_HEADER) != null) {
                response.getHeaders().putSingle(VERSION_HEADER, VERSION);
            }
        }
    }
}
