package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Records that a new télédossier ({@code td}) is displayed: this acknowledges it, once. */
@WebServlet("/fichiers/consultation")
public class DisplayServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseWorkService work;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = QueryParameter.id(request.getParameter("td"));
        boolean first = work.displayed(currentCaller.get(), id);
        response.sendRedirect(request.getContextPath() + "/teledossier?id=" + id + "&retour="
                + ReturnToList.written(request) + (first ? "&fait=" + CaseDetailPage.READ : ""));
    }
}
