package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Starts a background ZIP of the files of one or several télédossiers ({@code td}), and shows its progress. */
@WebServlet("/fichiers/preparation")
public class ZipPreparationServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient BundleService bundles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        bundles.ask(currentCaller.get(), ids(request));
        var back = ReturnToList.at(request.getParameter("retour"));
        response.sendRedirect(request.getContextPath() + "/mes-telechargements?retour=" + ReturnToList.written(back));
    }
}
