package fr.hubee.api.exchange;

import fr.hubee.exchange.folder.CaseService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The reason for the status of each file of a case, and of its events. */
@ApplicationScoped
@Path("/cases/{caseId}/verdicts")
public class CaseVerdictsResource {
    @Inject
    CaseService cases;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<VerdictJson> read(@PathParam("caseId") UUID id) {
        return VerdictJson.from(cases.files(currentCaller.get(), id).stream());
    }
}
