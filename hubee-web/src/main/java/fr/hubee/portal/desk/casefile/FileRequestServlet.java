package fr.hubee.portal.desk.casefile;

import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.BlobReader.BlobContent;
import fr.hubee.files.storage.DamagedBlob;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.http.delivery.LeavingFile;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.portal.page.Refusal;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Base of the servlets under {@code /fichiers}: a refusal gives the error page. */
public abstract class FileRequestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    protected transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    /** The reader of the bytes, opened before any header is written, so that a refusal still gives the error page. */
    @Inject
    transient BlobReader bytes;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8"); // file names are sent in it
        try {
            super.service(request, response);
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        } catch (DamagedBlob found) {
            refuse(found, request, response);
        }
    }

    /** Answers the error page while nothing has been sent; afterwards the connection is aborted. */
    private static void refuse(DamagedBlob found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw found;
        }
        response.reset(); // it was set for a file
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Refusal.of(new Damaged()).orElseThrow().answer(request, response);
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

    /** Returns the identifiers of the requested télédossiers. */
    static List<UUID> ids(HttpServletRequest request) {
        var wanted = request.getParameterValues("td");
        if (wanted == null) {
            throw NotFound.of("Case");
        }
        return Stream.of(wanted).map(QueryParameter::id).toList();
    }

    /** @param whole runs as this caller when all is sent, also after this request; never when the reader leaves before */
    void send(BlobContent content, StoredBlob file, HttpServletResponse response, Runnable whole) throws IOException {
        response.setContentLengthLong(file.size());
        LeavingFile.send(
                (from, target) -> rest(content, file, from).writeTo(target), response.getOutputStream(), whole);
    }

    private BlobContent rest(BlobContent content, StoredBlob file, long from) {
        return from == 0 ? content : bytes.open(file, from, file.size() - from);
    }
}
