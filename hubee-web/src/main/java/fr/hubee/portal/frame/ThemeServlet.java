package fr.hubee.portal.frame;

import fr.hubee.portal.page.WantedPath;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Stores the chosen theme in a cookie, so that pages are rendered with it at once; a script may also set the cookie. */
@WebServlet("/affichage")
public class ThemeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var cookie = new Cookie(
                Skin.Theme.COOKIE, Skin.Theme.of(request.getParameter("choix")).code());
        cookie.setPath("/");
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
        response.sendRedirect(WantedPath.before(request));
    }
}
