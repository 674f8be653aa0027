package fr.hubee.portal.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Passes the address of each document to the page that shows it; Faces knows the address of the list only. */
@WebServlet(Guide.PAGES + "/*")
public class GuideServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var guide = GuidePage.at(request.getPathInfo());
        if (guide.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(GuidePage.GUIDE, guide.get());
        request.getRequestDispatcher(Guide.PAGES + ".xhtml").forward(request, response);
    }
}
