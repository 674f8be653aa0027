package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleService;
import fr.hubee.desk.bundle.CaseZip;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * The files of télédossiers ({@code td}) together: one ZIP, streamed, or one that is prepared in the background ({@code archive}). Downloads
 * are POSTs: they change the status of télédossiers, and another site cannot send a POST with the user's cookie.
 */
@WebServlet({ZipServlet.STREAMED, ZipServlet.PREPARED, ZipServlet.PREPARATION, ZipServlet.DELETION, ZipServlet.PROGRESS
})
public class ZipServlet extends FileRequestServlet {
    static final String STREAMED = "/fichiers/teledossiers";
    static final String PREPARED = "/fichiers/archive";
    static final String PREPARATION = "/fichiers/preparation";
    static final String DELETION = "/fichiers/suppression";
    static final String PROGRESS = "/fichiers/avancement";

    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(ZipServlet.class.getName());

    @Inject
    transient CaseZip zip;

    @Inject
    transient CaseDoor door;

    @Inject
    transient CaseDownloadService downloads;

    @Inject
    transient BundleService bundles;

    /** Answers the progress of the user's ZIPs, for their page: a line for each, with identifier, state and percentage. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(PROGRESS)) {
            super.doGet(request, response);
            return;
        }
        response.setContentType("text/plain");
        for (var line : bundles.list(currentCaller.get())) {
            response.getWriter().println(line.id() + " " + line.state() + " " + line.percent());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case STREAMED -> stream(ids(request), response);
            case PREPARED -> send(archive(request), response);
            case PREPARATION -> {
                bundles.ask(currentCaller.get(), ids(request));
                showAll(request, response, "");
            }
            case DELETION -> {
                bundles.forget(currentCaller.get(), archive(request));
                showAll(request, response, "&fait=suppression");
            }
            default -> super.doPost(request, response);
        }
    }

    private static UUID archive(HttpServletRequest request) {
        return QueryParameter.id(request.getParameter("archive"));
    }

    private static void showAll(HttpServletRequest request, HttpServletResponse response, String done)
            throws IOException {
        var back = ReturnToList.at(request.getParameter("retour"));
        response.sendRedirect(
                request.getContextPath() + "/mes-telechargements?retour=" + ReturnToList.written(back) + done);
    }

    /** Streams a ZIP: it is neither in memory nor on disk. */
    private void stream(List<UUID> cases, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var opened = door.files(cases);
        opened.what().forEach(bundle -> bundle.files().forEach(file -> bytes.requireHere(file.blob())));
        announce(zip.name(opened.what()), response);
        zip.write(opened.what(), response.getOutputStream());
        if (!opened.rescued()) {
            opened.what().stream().filter(bundle -> !bundle.files().isEmpty()).forEach(bundle -> taken(caller, bundle));
        }
    }

    /** Sends a prepared ZIP: only now its files count as downloaded. */
    private void send(UUID archive, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var bundle = bundles.open(caller, archive);
        var content = bytes.open(bundle.zip());
        announce(bundle.fileName(), response);
        send(content, bundle.zip(), response, () -> bundle.cases().forEach(each -> taken(caller, each)));
    }

    private static void announce(String name, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /** Records the complete download, even if the case was closed meanwhile. */
    private void taken(Caller caller, CaseBundle bundle) {
        try {
            downloads.takenAll(caller, bundle);
        } catch (HubeeException late) {
            LOG.log(Level.INFO, "Case {0} was downloaded and not begun: {1}", bundle.caseId(), late.getMessage());
        }
    }
}
