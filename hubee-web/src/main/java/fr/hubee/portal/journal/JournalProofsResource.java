package fr.hubee.portal.journal;

import fr.hubee.http.ContentDisposition;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The journal with its proofs. */
@Path("/journal")
@RequestScoped
public class JournalProofsResource {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    JournalProofService proofs;

    /** Sends the proof of one line. */
    @GET
    @Path("/preuve")
    public Response entry(@QueryParam("ligne") String entry) throws IOException {
        var proof = proofs.prove(currentCaller.get(), QueryParameter.id(entry));
        return json("preuve-" + proof.entry() + ".json", proof.toJson());
    }

    /** Sends the proof that one signed tree is the beginning of another one; both are named by their sizes. */
    @GET
    @Path("/coherence")
    public Response consistency(@QueryParam("de") String from, @QueryParam("a") String to) throws IOException {
        var proof = proofs.compare(currentCaller.get(), size(from), size(to));
        return json("coherence.json", proof.toJson());
    }

    private static long size(String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException invalid) {
            throw NotFound.of("Head");
        }
    }

    /** Sends the whole journal with its proofs, for {@code verify-journal}. */
    @GET
    @Path("/complet")
    @ActingLink
    public Response whole() {
        StreamingOutput journal = target -> proofs.export(currentCaller.get(), target);
        return attachment(Response.ok(journal, "application/gzip"), "journal.gz");
    }

    private static Response json(String name, String json) {
        return attachment(Response.ok(json.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON), name);
    }

    private static Response attachment(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .build();
    }
}
