package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleService;
import fr.hubee.desk.bundle.CaseZip;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.http.ContentDisposition;
import fr.hubee.http.ContentPolicy;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of one or several télédossiers ({@code td}) as a ZIP, streamed or prepared in the background ({@code archive}). By POST: a
 * download changes their status, and another site cannot send a POST with the user's cookie.
 */
@Path("/")
@RequestScoped
public class ZipsResource extends PersonPage {
    private static final System.Logger LOG = System.getLogger(ZipsResource.class.getName());

    @Inject
    CaseReader reader;

    @Inject
    CaseZip zip;

    @Inject
    BlobReader bytes;

    @Inject
    CaseDownloadService downloads;

    @Inject
    BundleService bundles;

    /** Streams a ZIP: it is neither in memory nor on disk. */
    @POST
    @Path("/teledossiers")
    public Response download() throws IOException {
        var caller = caller();
        var opened = reader.files(ids());
        var cases = opened.what();
        for (var each : cases) {
            each.files().forEach(file -> bytes.requireHere(file.blob()));
        }
        StreamingOutput written = target -> {
            zip.write(cases, target);
            if (!opened.rescued()) {
                cases.stream().filter(each -> !each.files().isEmpty()).forEach(each -> taken(caller, each));
            }
        };
        return answer(Response.ok(written), zip.name(cases));
    }

    /** Starts a background ZIP, and shows its progress. */
    @POST
    @Path("/preparation")
    public Response prepare() {
        bundles.ask(caller(), ids());
        return SentFile.redirect("/mes-telechargements?retour=" + back());
    }

    /** Downloads a prepared ZIP: only now its files count as downloaded. */
    @POST
    @Path("/archive")
    public Response downloadPrepared() {
        var caller = caller();
        var bundle = bundles.open(caller, QueryParameter.id(request().getParameter("archive")));
        Runnable whole = () -> bundle.cases().forEach(each -> taken(caller, each));
        return answer(SentFile.answer(bytes, bundle.zip(), whole), bundle.fileName());
    }

    @POST
    @Path("/suppression")
    public Response delete() {
        bundles.forget(caller(), QueryParameter.id(request().getParameter("archive")));
        return SentFile.redirect("/mes-telechargements?retour=" + back() + "&fait=suppression");
    }

    private static Response answer(Response.ResponseBuilder content, String name) {
        return content.type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .header(CaseFilesResource.POLICY, ContentPolicy.SAVED)
                .build();
    }

    /** Records the complete download, even if the case was closed meanwhile. */
    private void taken(Caller caller, CaseBundle bundle) {
        try {
            downloads.takenAll(caller, bundle);
        } catch (HubeeException failure) {
            LOG.log(Level.INFO, "Case {0} was downloaded and not begun: {1}", bundle.caseId(), failure.getMessage());
        }
    }

    private List<UUID> ids() {
        var wanted = request().getParameterValues("td");
        if (wanted == null) {
            throw NotFound.of("Case");
        }
        return Stream.of(wanted).map(QueryParameter::id).toList();
    }

    private String back() {
        return ReturnToList.written(ReturnToList.at(request().getParameter("retour")));
    }
}
