package fr.hubee.api.exchange;

import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** The receipts of a case, also of one that is deleted. */
@ApplicationScoped
@Path("/cases/{caseId}/receipts")
public class CaseReceiptsResource {
    @Inject
    ReceiptService receipts;

    @Inject
    ReceiptAnswers answers;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("caseId") UUID id, @QueryParam("verificationUrl") String url) throws IOException {
        return answers.of(receipts.ofCase(currentCaller.get(), id), "true".equals(url));
    }
}
