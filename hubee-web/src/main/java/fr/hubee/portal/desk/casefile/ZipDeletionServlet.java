package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleService;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Deletes a ZIP ({@code archive}), or stops its preparation. */
@WebServlet("/fichiers/suppression")
public class ZipDeletionServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient BundleService bundles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        bundles.forget(currentCaller.get(), QueryParameter.id(request.getParameter("archive")));
        var back = ReturnToList.at(request.getParameter("retour"));
        response.sendRedirect(request.getContextPath() + "/mes-telechargements?retour=" + ReturnToList.written(back)
                + "&fait=suppression");
    }
}
