package fr.hubee.portal.frame;

import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends whoever is not signed in to the sign-in page, and lets no browser keep a page. */
@WebFilter(servletNames = "portal")
public class PortalDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        if (path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        if (currentCaller.isKnown() || Pages.isOpen(path)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(
                    Pages.SIGN_IN + "?vers=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        }
    }

    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getServletPath() : request.getServletPath() + "?" + query;
    }
}
