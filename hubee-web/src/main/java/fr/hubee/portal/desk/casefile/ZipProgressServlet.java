package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleLine;
import fr.hubee.desk.bundle.BundleService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The progress of the user's ZIPs, for their page: a line for each, with identifier, state and percentage. */
@WebServlet("/fichiers/avancement")
public class ZipProgressServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient BundleService bundles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        for (BundleLine line : bundles.list(currentCaller.get())) {
            response.getWriter().println(line.id() + " " + line.state() + " " + line.percent());
        }
    }
}
