package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/**
 * Answers the script of an open page of a télédossier ({@code td}): whether it has changed, since the page cannot know when a download ends;
 * and that it is displayed, which acknowledges it, once.
 */
@WebServlet({OpenPageServlet.STATE, OpenPageServlet.DISPLAY})
public class OpenPageServlet extends FileRequestServlet {
    static final String STATE = "/fichiers/etat";
    static final String DISPLAY = "/fichiers/consultation";

    private static final long serialVersionUID = 1L;

    @Inject
    transient CaseDoor door;

    @Inject
    transient CaseWorkService work;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(STATE)) {
            write(CaseDetailPage.state(door.read(id(request), HistoryPart.NONE)), response);
        } else {
            super.doGet(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(DISPLAY)) {
            var id = id(request);
            boolean first = work.displayed(currentCaller.get(), id);
            backTo(id, first ? CaseDetailPage.READ : null, request, response);
        } else {
            super.doPost(request, response);
        }
    }

    private static UUID id(HttpServletRequest request) {
        return QueryParameter.id(request.getParameter("td"));
    }
}
