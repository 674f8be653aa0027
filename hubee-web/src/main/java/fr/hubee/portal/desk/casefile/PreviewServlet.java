package fr.hubee.portal.desk.casefile;

import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.page.ActingLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves files that browsers can display, for frames of this portal only, without any script. */
@ActingLink
@WebServlet("/fichiers/apercu")
public class PreviewServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = door.file(path(request)).what();
        var kind = PreviewKind.of(file.mimeType());
        if (!kind.isShownByBrowsers()) {
            throw NotFound.of("File");
        }
        var content = bytes.open(file.blob());
        response.setContentType(file.mimeType());
        response.setHeader("Content-Disposition", ContentDisposition.inline(file.fileName()));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", kind.securityPolicy());
        send(content, file.blob(), response, () -> {});
    }
}
