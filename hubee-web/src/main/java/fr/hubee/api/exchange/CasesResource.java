package fr.hubee.api.exchange;

import fr.hubee.api.exchange.CaseJson.CasePatchJson;
import fr.hubee.api.exchange.CaseJson.CasesMigrationJson;
import fr.hubee.api.exchange.CaseJson.CasesMigrationJson.CasesMigratedJson;
import fr.hubee.api.http.AnswerRoom;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The cases, for both parties. */
@ApplicationScoped
@Path("/cases")
@Consumes(MediaType.APPLICATION_JSON)
public class CasesResource {
    @Inject
    CaseService cases;

    @Inject
    ReceiptService receipts;

    @Inject
    ReceiptAnswers receiptAnswers;

    @Inject
    AttachmentTransfer attachments;

    @Inject
    AnswerRoom answers;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Path("/{caseId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Object read(@PathParam("caseId") UUID id, @QueryParam("lite") String lite) {
        var caller = currentCaller.get();
        if ("true".equals(lite)) {
            return CaseJson.from(cases.read(caller, id, 0), List.of());
        }
        var detail = cases.read(caller, id, AnswerRoom.PIECE);
        var events = answers.list(
                detail.events(),
                (last, most) -> cases.eventsAfter(caller, id, last, most),
                event -> EventJson.from(event, caller));
        return answers.body(CaseJson.from(detail, events), events);
    }

    @PATCH
    @Path("/{caseId}")
    public void patch(@PathParam("caseId") UUID id, @NotNull @Valid CasePatchJson change) {
        cases.setStatus(currentCaller.get(), id, change.status());
    }

    @PUT
    @Path("/migrate")
    @Produces(MediaType.APPLICATION_JSON)
    public CasesMigratedJson migrate(@NotNull @Valid CasesMigrationJson wanted) {
        return new CasesMigratedJson(cases.migrate(
                currentCaller.get(),
                wanted.organizationSource().toKey(),
                wanted.organizationTarget().toKey()));
    }

    @GET
    @Path("/{caseId}/attachments/{attachmentId}")
    public Response download(@PathParam("caseId") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        return attachments.send(new AttachmentPath.OfCase(id, attachmentId));
    }

    /** Returns the reason for the status of each file of the case, and of its events. */
    @GET
    @Path("/{caseId}/verdicts")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public List<VerdictJson> verdicts(@PathParam("caseId") UUID id) {
        return VerdictJson.from(cases.files(currentCaller.get(), id).stream());
    }

    /** Returns the receipts of the case, also once it is deleted. */
    @GET
    @Path("/{caseId}/receipts")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response receipts(@PathParam("caseId") UUID id, @QueryParam("verificationUrl") String url)
            throws IOException {
        return receiptAnswers.of(receipts.ofCase(currentCaller.get(), id), "true".equals(url));
    }
}
