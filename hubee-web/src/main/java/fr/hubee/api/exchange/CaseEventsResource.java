package fr.hubee.api.exchange;

import fr.hubee.api.exchange.EventJson.EventPatchJson;
import fr.hubee.api.http.IdempotentAnswers;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.CaseService;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** The events that the parties exchange about a case. */
@ApplicationScoped
@Path("/cases/{caseId}/events")
@Consumes(MediaType.APPLICATION_JSON)
public class CaseEventsResource {
    @Inject
    CaseService cases;

    @Inject
    AttachmentTransfer attachments;

    @Inject
    ResumableTransfer uploads;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    IdempotentAnswers answers;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("caseId") UUID id, @NotNull @Valid EventJson wanted) {
        var caller = currentCaller.get();
        return answers.created(
                wanted,
                () -> EventJson.from(
                        cases.recordEvent(caller, id, wanted.toNewCaseEvent(currentCaller.software())), caller));
    }

    @GET
    @Path("/{eventId}")
    @Produces(MediaType.APPLICATION_JSON)
    public EventJson read(@PathParam("caseId") UUID id, @PathParam("eventId") UUID eventId) {
        var caller = currentCaller.get();
        return EventJson.from(cases.readEvent(caller, id, eventId), caller);
    }

    @PATCH
    @Path("/{eventId}")
    public void patch(
            @PathParam("caseId") UUID id, @PathParam("eventId") UUID eventId, @NotNull @Valid EventPatchJson change) {
        cases.setEventStatus(currentCaller.get(), id, eventId, change.status());
    }

    @DELETE
    @Path("/{eventId}")
    public void delete(@PathParam("caseId") UUID id, @PathParam("eventId") UUID eventId) {
        cases.deleteEvent(currentCaller.get(), id, eventId);
    }

    @PUT
    @Path("/{eventId}/attachments/{attachmentId}")
    @Consumes(MediaType.WILDCARD)
    public void upload(
            @PathParam("caseId") UUID id,
            @PathParam("eventId") UUID eventId,
            @PathParam("attachmentId") UUID attachmentId,
            @HeaderParam("digest") String digest,
            InputStream bytes)
            throws IOException {
        attachments.receive(new AttachmentPath.OfEvent(id, eventId, attachmentId), bytes, digest);
    }

    /** Begins an upload that may be continued: see {@link UploadsResource}. */
    @POST
    @Path("/{eventId}/attachments/{attachmentId}")
    @Consumes(MediaType.WILDCARD)
    public Response beginUpload(
            @PathParam("caseId") UUID id,
            @PathParam("eventId") UUID eventId,
            @PathParam("attachmentId") UUID attachmentId,
            InputStream bytes)
            throws IOException {
        return uploads.begin(new AttachmentPath.OfEvent(id, eventId, attachmentId), bytes);
    }

    @GET
    @Path("/{eventId}/attachments/{attachmentId}")
    public Response download(
            @PathParam("caseId") UUID id,
            @PathParam("eventId") UUID eventId,
            @PathParam("attachmentId") UUID attachmentId) {
        return attachments.send(new AttachmentPath.OfEvent(id, eventId, attachmentId));
    }
}
