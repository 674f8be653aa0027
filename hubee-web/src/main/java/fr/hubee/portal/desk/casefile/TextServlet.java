package fr.hubee.portal.desk.casefile;

import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FileText;
import fr.hubee.portal.page.ActingLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the readable text of a file, such as an XML, for the page of its télédossier: never as something to run. */
@ActingLink
@WebServlet("/fichiers/texte")
public class TextServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = door.file(path(request)).what();
        if (PreviewKind.of(file.mimeType()) != PreviewKind.TEXT) {
            throw NotFound.of("File");
        }
        bytes.requireHere(file.blob());
        var text = FileText.of(bytes, file.blob());
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", PreviewKind.TEXT.securityPolicy());
        response.getWriter().write(text.text() + (text.cut() ? "\n\n(Seul le début est montré.)" : ""));
    }
}
