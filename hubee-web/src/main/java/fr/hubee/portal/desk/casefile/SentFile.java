package fr.hubee.portal.desk.casefile;

import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.http.delivery.LeavingFile;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers of the resources under {@code /fichiers}: a stored file, or a page. */
final class SentFile {
    private SentFile() {}

    /**
     * Opens the bytes before any header is written, so that a refusal still gives the error page.
     *
     * @param whole runs as the current caller when all is sent, also after this request; never when the reader leaves before
     */
    static Response.ResponseBuilder answer(BlobReader bytes, StoredBlob file, Runnable whole) {
        var content = bytes.open(file);
        LeavingFile.Bytes rest =
                (from, target) -> (from == 0 ? content : bytes.open(file, from, file.size() - from)).writeTo(target);
        StreamingOutput leaving = target -> LeavingFile.send(rest, target, whole);
        return Response.ok(leaving).header(HttpHeaders.CONTENT_LENGTH, file.size());
    }

    static Response redirect(String page) {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, page)
                .build();
    }
}
