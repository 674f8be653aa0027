package fr.hubee.api.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Uploads that may be continued: a {@code POST} to the address of an attachment begins one. */
@ApplicationScoped
@Path("/uploads/{uploadId}")
public class UploadsResource {
    @Inject
    ResumableTransfer uploads;

    @HEAD
    public Response state(@PathParam("uploadId") UUID id) throws IOException {
        return uploads.state(id);
    }

    @PATCH
    @Consumes({ResumableTransfer.TUS, ResumableTransfer.DRAFT})
    public Response append(@PathParam("uploadId") UUID id, InputStream bytes) throws IOException {
        return uploads.append(id, bytes);
    }

    @DELETE
    public void cancel(@PathParam("uploadId") UUID id) {
        uploads.cancel(id);
    }
}
