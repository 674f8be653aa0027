package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.HubeeException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;

/**
 * Downloads the files of télédossiers together. By POST: it changes their status, and another site cannot send a POST
 * with the user's cookie.
 */
abstract class ZipServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(ZipServlet.class.getName());

    @Inject
    transient CaseDownloadService downloads;

    static void announce(String name, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /** Records the complete download, even if the case was closed meanwhile. */
    void taken(Caller caller, CaseBundle bundle) {
        try {
            downloads.takenAll(caller, bundle);
        } catch (HubeeException late) {
            LOG.log(Level.INFO, "Case {0} was downloaded and not begun: {1}", bundle.caseId(), late.getMessage());
        }
    }
}
