package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.hubee.exchange.folder.CaseAttachment;
import fr.hubee.exchange.notification.PortalPurgeService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The copies that a portal may purge or has purged. */
@ApplicationScoped
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PortalPurgeResource {
    @Inject
    PortalPurgeService purge;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Path("/attachmentsIdsForPurge")
    public List<AttachmentToPurgeJson> purgeable() {
        return purge.purgeable(currentCaller.get()).stream()
                .map(AttachmentToPurgeJson::from)
                .toList();
    }

    @PUT
    @Path("/idsPurged")
    public void purged(@NotNull List<@NotNull @Valid AttachmentToPurgeJson> copies) {
        purge.purged(
                currentCaller.get(),
                copies.stream().map(AttachmentToPurgeJson::toId).toList());
    }

    /** A portal's copy of a file of a case; the names are the contract's. */
    public record AttachmentToPurgeJson(
            @NotNull @JsonProperty("folder_attachment_id") UUID folderAttachmentId,
            @NotNull @JsonProperty("case_id") UUID caseId) {
        static AttachmentToPurgeJson from(CaseAttachment.Id id) {
            return new AttachmentToPurgeJson(id.attachmentId(), id.caseId());
        }

        CaseAttachment.Id toId() {
            return new CaseAttachment.Id(caseId, folderAttachmentId);
        }
    }
}
