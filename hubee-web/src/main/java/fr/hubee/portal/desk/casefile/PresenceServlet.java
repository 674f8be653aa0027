package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.PresenceService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers an open page of a télédossier ({@code td}): its first line names the handler, the others those who look at it too. */
@WebServlet("/fichiers/presence")
public class PresenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient PresenceService presence;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var seen = presence.visit(currentCaller.get(), QueryParameter.id(request.getParameter("td")));
            var handler = seen.handler() == null ? "" : seen.handler();
            FileRequestServlet.write(handler + "\n" + String.join("\n", seen.others()), response);
        } catch (NotFound hidden) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
