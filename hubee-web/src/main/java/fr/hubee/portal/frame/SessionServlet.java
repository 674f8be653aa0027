package fr.hubee.portal.frame;

import fr.hubee.people.session.SessionService;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.SessionPath;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Returns the remaining seconds of the session, without extending it; extends it on request. */
@WebServlet(SessionPath.PATH)
public class SessionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SessionService sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, PersonCookie.token(request).map(sessions::remaining).orElse(Duration.ZERO));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, PersonCookie.token(request).map(sessions::extend).orElse(Duration.ZERO));
    }

    private static void answer(HttpServletResponse response, Duration remaining) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain");
        response.getWriter().print(remaining.toSeconds());
    }
}
