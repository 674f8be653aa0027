package fr.hubee.portal.desk.casefile;

import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.page.ActingLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Downloads one file. */
@ActingLink
@WebServlet("/fichiers/piece")
public class FileDownloadServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var opened = door.file(path);
        var file = opened.what();
        var content = bytes.open(file.blob());
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(file.fileName()));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        var caller = currentCaller.get();
        send(content, file.blob(), response, () -> door.taken(caller, path, opened));
    }
}
