package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.AnswerService;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.PresenceService;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.http.ContentDisposition;
import fr.hubee.http.ContentPolicy;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FileText;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.QueryParameter;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** The files of a télédossier ({@code td}), one by one, and what its open page reports or asks for. */
@Path("/")
@RequestScoped
public class CaseFilesResource extends PersonPage {
    static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    static final String POLICY = "Content-Security-Policy";

    @Inject
    CaseReader reader;

    @Inject
    BlobReader bytes;

    @Inject
    CaseDownloadService downloads;

    @Inject
    CaseWorkService work;

    @Inject
    PresenceService presence;

    @Inject
    AnswerService answers;

    @GET
    @Path("/piece")
    @ActingLink
    public Response download() {
        var path = path(request());
        var opened = reader.file(path);
        var file = opened.what();
        var caller = caller();
        Runnable taken = opened.rescued() ? () -> {} : () -> downloads.taken(caller, path);
        return SentFile.answer(bytes, file.blob(), taken)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(file.fileName()))
                .header(POLICY, ContentPolicy.SAVED)
                .build();
    }

    /** Serves a file that browsers can display, for frames of this portal only, without any script. */
    @GET
    @Path("/apercu")
    @ActingLink(framed = true)
    public Response preview() {
        var file = reader.shown(path(request()));
        var kind = PreviewKind.of(file.mimeType());
        if (!kind.isShownByBrowsers()) {
            throw NotFound.of("File");
        }
        return SentFile.answer(bytes, file.blob(), () -> {})
                .type(file.mimeType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline(file.fileName()))
                .header("X-Frame-Options", "SAMEORIGIN")
                .header(POLICY, kind.securityPolicy())
                .build();
    }

    /** Serves the readable text of a file, such as an XML, for a frame of the page of its télédossier: never as something to run. */
    @GET
    @Path("/texte")
    @ActingLink(framed = true)
    public Response text() throws IOException {
        var file = reader.shown(path(request()));
        if (PreviewKind.of(file.mimeType()) != PreviewKind.TEXT) {
            throw NotFound.of("File");
        }
        bytes.requireHere(file.blob());
        var text = FileText.of(bytes, file.blob());
        return Response.ok(text.text() + (text.cut() ? "\n\n(Seul le début est montré.)" : ""), TEXT)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header(POLICY, PreviewKind.TEXT.securityPolicy())
                .build();
    }

    /** Records that a new télédossier is displayed: this acknowledges it, once. */
    @POST
    @Path("/consultation")
    public Response displayed() {
        var id = id();
        boolean first = work.displayed(caller(), id);
        return SentFile.redirect("/teledossier?id=" + id + "&retour=" + ReturnToList.written(request())
                + (first ? "&fait=" + CaseDetailPage.READ : ""));
    }

    /**
     * Answers an open page: the first line is the state of the télédossier and its handler, the second one says who looks at it too, the third
     * one when the applicant last answered. The page says once until when it shows what the applicant has answered ({@code vu}).
     */
    @POST
    @Path("/presence")
    public Response visit() {
        try {
            var seen = presence.visit(caller(), id());
            var until = QueryParameter.instant(request().getParameter("vu"));
            if (until != null) {
                answers.seen(caller(), id(), until);
            }
            var state = CaseDetailPage.state(seen.status(), seen.updatedAt(), seen.handler());
            var last = seen.answered() == null ? "" : seen.answered();
            return Response.ok(state + "\n" + CaseText.others(seen.others()) + "\n" + last, TEXT)
                    .build();
        } catch (NotFound gone) {
            throw new NotFoundException(); // refused without a text, and not recorded: the page asks again and again
        } catch (EJBAccessException refused) {
            throw new ForbiddenException();
        }
    }

    private UUID id() {
        return QueryParameter.id(request().getParameter("td"));
    }

    /** Returns a file of a case, or of one of its events. */
    static AttachmentPath.Reading path(HttpServletRequest request) {
        var caseId = QueryParameter.id(request.getParameter("td"));
        var fileId = QueryParameter.id(request.getParameter("piece"));
        var event = request.getParameter("evenement");
        return event == null || event.isEmpty()
                ? new AttachmentPath.OfCase(caseId, fileId)
                : new AttachmentPath.OfEvent(caseId, QueryParameter.id(event), fileId);
    }
}
