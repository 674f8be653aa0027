package fr.hubee.portal.desk.casefile;

import fr.hubee.files.storage.StoredFile;
import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FileText;
import fr.hubee.portal.page.ActingLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves one file of a télédossier: as a download, for a frame of this portal, or as a text; never as something to run. */
@ActingLink
@WebServlet({FileServlet.DOWNLOAD, FileServlet.PREVIEW, FileServlet.TEXT})
public class FileServlet extends FileRequestServlet {
    static final String DOWNLOAD = "/fichiers/piece";
    static final String PREVIEW = "/fichiers/apercu";
    static final String TEXT = "/fichiers/texte";

    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var opened = door.file(path);
        var file = opened.what();
        var kind = PreviewKind.of(file.mimeType());
        switch (request.getServletPath()) {
            case PREVIEW -> preview(file, kind, response);
            case TEXT -> text(file, kind, response);
            default -> {
                var content = bytes.open(file.blob());
                response.setContentType("application/octet-stream");
                response.setHeader("Content-Disposition", ContentDisposition.attachment(file.fileName()));
                response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                var caller = currentCaller.get();
                send(content, file.blob(), response, () -> door.taken(caller, path, opened));
            }
        }
    }

    private void preview(StoredFile file, PreviewKind kind, HttpServletResponse response) throws IOException {
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

    /** Sends the readable text of a file, such as an XML. */
    private void text(StoredFile file, PreviewKind kind, HttpServletResponse response) throws IOException {
        if (kind != PreviewKind.TEXT) {
            throw NotFound.of("File");
        }
        bytes.requireHere(file.blob());
        var text = FileText.of(bytes, file.blob());
        response.setHeader("Content-Security-Policy", kind.securityPolicy());
        write(text.text() + (text.cut() ? "\n\n(Seul le début est montré.)" : ""), response);
    }
}
