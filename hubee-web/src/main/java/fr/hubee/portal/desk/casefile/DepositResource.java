package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.exchange.folder.ResumableUploadService;
import fr.hubee.exchange.folder.ResumableUploadService.Outcome;
import fr.hubee.files.storage.UploadPart;
import fr.hubee.http.HttpSettings;
import fr.hubee.http.body.UnreadFile;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.SharedCapacity;
import io.undertow.util.AttachmentKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Receives files that an agent adds to a télédossier ({@code td}), as {@code casefile.js} sends them: it begins an upload, sends the bytes of each
 * file, asks after a cut how many have arrived, and deposits all of them in the end.
 */
@ApplicationScoped
@Path("/depot")
public class DepositResource {
    private static final AttachmentKey<UploadPart> PART = AttachmentKey.create(UploadPart.class);

    private static final String OFFSET = "Upload-Offset";

    private static final int LOCKED = 423;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseDepositService deposits;

    @Inject
    ResumableUploadService uploads;

    @Inject
    HttpSettings settings;

    /** Slots for the last requests, which read all bytes on a thread. */
    private SharedCapacity places;

    @PostConstruct
    void init() {
        places = new SharedCapacity(settings.threads() / 4);
    }

    @POST
    public Response begin(@QueryParam("td") String td, @FormParam("taille") long size) throws IOException {
        var id = deposits.begin(currentCaller.get(), QueryParameter.id(td), size);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/fichiers/depot/" + id)
                .build();
    }

    @HEAD
    @Path("/{id}")
    public Response state(@PathParam("id") UUID id) throws IOException {
        return uploads.find(currentCaller.get(), id)
                .map(upload -> Response.noContent().header(OFFSET, upload.received()))
                .orElseGet(() -> Response.status(LOCKED))
                .build();
    }

    /**
     * Takes the bytes, if they follow those that are stored: {@link #state} says so. While the next ones are missing, the request is dispatched
     * again later: see {@link UnreadFile}.
     */
    @PATCH
    @Path("/{id}")
    @Consumes("application/offset+octet-stream")
    public Response append(@PathParam("id") UUID id, @HeaderParam(OFFSET) long offset, InputStream bytes)
            throws IOException {
        var part = UnreadFile.once(PART, () -> new UploadPart(UnreadFile.bytes(bytes), null, false, UnreadFile.end()));
        var outcome = deposits.append(currentCaller.get(), id, offset, part);
        if (outcome == Outcome.WAITING) {
            UnreadFile.dispatchAgain(part::isOver, part);
        }
        return outcome == Outcome.BUSY
                ? Response.status(LOCKED).build()
                : Response.noContent().build();
    }

    @POST
    @Path("/{id}")
    public Response deposit(
            @PathParam("id") UUID id, @FormParam("nom") List<String> names, @FormParam("octets") List<Long> sizes)
            throws IOException {
        if (names.size() != sizes.size()) {
            throw new InvalidRequest("Each file has a name and a size");
        }
        if (places.takeForThisRequest(currentCaller.get().name(), 1).isPresent()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        var files = IntStream.range(0, names.size())
                .mapToObj(each -> new UploadedFile(names.get(each), sizes.get(each), null));
        deposits.depositUploaded(currentCaller.get(), id, files.toList());
        return Response.noContent().build();
    }
}
