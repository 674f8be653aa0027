package fr.hubee.api.exchange;

import fr.hubee.api.exchange.FolderJson.FolderPatchJson;
import fr.hubee.api.http.CallLog;
import fr.hubee.api.http.IdempotentAnswers;
import fr.hubee.api.http.MissingFilesHeader;
import fr.hubee.api.http.OperationFilter;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.FolderSubmissionService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The folders of a transmitter. */
@ApplicationScoped
@Path("/folders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FoldersResource {
    @Inject
    FolderSubmissionService folders;

    @Inject
    ReceiptService receipts;

    @Inject
    ReceiptAnswers receiptAnswers;

    @Inject
    AttachmentTransfer attachments;

    @Inject
    ResumableTransfer uploads;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    IdempotentAnswers answers;

    @POST
    public Response create(@NotNull @Valid FolderJson wanted) {
        return answers.created(
                wanted,
                () -> FolderJson.from(
                        folders.create(currentCaller.get(), wanted.toNewFolder(currentCaller.software()))));
    }

    @GET
    @Path("/{folderId}")
    public FolderJson read(@PathParam("folderId") UUID id) {
        var found = folders.read(currentCaller.get(), id);
        return FolderJson.from(found.folder(), found.cases(), found.attachments());
    }

    @PATCH
    @Path("/{folderId}")
    public Response patch(
            @PathParam("folderId") UUID id,
            @HeaderParam(OperationFilter.DRY_RUN) String dryRun,
            @NotNull @Valid FolderPatchJson change) {
        boolean dry = isDry(dryRun);
        var missing = folders.setStatus(currentCaller.get(), id, change.globalStatus(), change.closeDateTime(), dry);
        var answer = Response.noContent();
        if (!missing.isEmpty()) {
            if (!dry) {
                CallLog.missingFiles(missing.size());
            }
            answer.header(MissingFilesHeader.NAME, MissingFilesHeader.of(missing));
        }
        return answer.build();
    }

    /** A request for a dry run must not change anything, also in another spelling. */
    private static boolean isDry(String header) {
        return header != null && !header.strip().equalsIgnoreCase("false");
    }

    @DELETE
    @Path("/{folderId}")
    public void delete(@PathParam("folderId") UUID id) {
        folders.delete(currentCaller.get(), id);
    }

    @PUT
    @Path("/{folderId}/attachments/{attachmentId}")
    @Consumes(MediaType.WILDCARD)
    public void upload(
            @PathParam("folderId") UUID id,
            @PathParam("attachmentId") UUID attachmentId,
            @HeaderParam("digest") String digest,
            InputStream bytes)
            throws IOException {
        attachments.receive(new AttachmentPath.OfFolder(id, attachmentId), bytes, digest);
    }

    /** Begins an upload that may be continued: see {@link UploadsResource}. */
    @POST
    @Path("/{folderId}/attachments/{attachmentId}")
    @Consumes(MediaType.WILDCARD)
    public Response beginUpload(
            @PathParam("folderId") UUID id, @PathParam("attachmentId") UUID attachmentId, InputStream bytes)
            throws IOException {
        return uploads.begin(new AttachmentPath.OfFolder(id, attachmentId), bytes);
    }

    /** Returns the reason for the status of each file of the folder. */
    @GET
    @Path("/{folderId}/verdicts")
    @Consumes(MediaType.WILDCARD)
    public List<VerdictJson> verdicts(@PathParam("folderId") UUID id) {
        return VerdictJson.from(folders.read(currentCaller.get(), id).attachments().stream());
    }

    /** Returns the receipts of the folder, also once it is deleted. */
    @GET
    @Path("/{folderId}/receipts")
    @Consumes(MediaType.WILDCARD)
    public Response receipts(@PathParam("folderId") UUID id, @QueryParam("verificationUrl") String url)
            throws IOException {
        return receiptAnswers.of(receipts.ofFolder(currentCaller.get(), id), "true".equals(url));
    }
}
