package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reports whether the télédossier of an open page has changed: the page cannot know when a download ends. */
@WebServlet("/fichiers/etat")
public class CaseStateServlet extends FileRequestServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = door.read(QueryParameter.id(request.getParameter("td")), HistoryPart.NONE);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(CaseDetailPage.state(view));
    }
}
