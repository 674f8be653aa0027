package fr.hubee.portal.directory;

import fr.hubee.http.RefusalHelp;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Passes the address of each reason to the page that shows it; Faces knows the address of the list only. */
@WebServlet(RefusalHelp.PAGES + "/*")
public class RefusalHelpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var known = RefusalHelpPage.reason(request.getPathInfo());
        if (known.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(RefusalHelpPage.REASON, known.get());
        request.getRequestDispatcher(RefusalHelp.PAGES + ".xhtml").forward(request, response);
    }
}
