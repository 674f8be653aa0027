package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.CaseZip;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All the files of one or several télédossiers ({@code td}) as one ZIP, streamed: it is neither in memory nor on disk. */
@WebServlet("/fichiers/teledossiers")
public class ZipDownloadServlet extends ZipServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseZip zip;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var opened = door.files(ids(request));
        var bundles = opened.what();
        bundles.forEach(bundle -> bundle.files().forEach(file -> bytes.requireHere(file.blob())));
        announce(zip.name(bundles), response);
        zip.write(bundles, response.getOutputStream());
        if (!opened.rescued()) {
            bundles.stream().filter(bundle -> !bundle.files().isEmpty()).forEach(bundle -> taken(caller, bundle));
        }
    }
}
