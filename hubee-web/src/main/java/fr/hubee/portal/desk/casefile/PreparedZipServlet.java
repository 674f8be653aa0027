package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleService;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Downloads a prepared ZIP ({@code archive}): only now its files count as downloaded. */
@WebServlet("/fichiers/archive")
public class PreparedZipServlet extends ZipServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient BundleService bundles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var bundle = bundles.open(caller, QueryParameter.id(request.getParameter("archive")));
        var content = bytes.open(bundle.zip());
        announce(bundle.fileName(), response);
        send(content, bundle.zip(), response, () -> bundle.cases().forEach(each -> taken(caller, each)));
    }
}
