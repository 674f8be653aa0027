package fr.hubee.portal.frame;

import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.Refusal;
import fr.hubee.portal.page.WantedPath;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
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

/** Redirects anonymous users to the sign-in page, refuses pages of other roles, and forbids browsers to cache pages. */
@WebFilter(
        servletNames = "portal",
        urlPatterns = {"/fichiers/*", "/propositions/*"})
public class PortalGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Pages.path(request);
        if (path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        request.setCharacterEncoding("UTF-8"); // the charset of our pages; Faces would start a session to find it
        response.setHeader("Cache-Control", "no-store");
        if (Pages.isOpen(path) && OwnPagesOnly.isOfParts(request)) { // nobody can fill the disk without signing in
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (Pages.isOpen(path)) {
            chain.doFilter(request, response);
        } else if (!currentCaller.isKnown()) {
            signInFirst(request, response);
        } else if (isForOthers(path)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            pass(request, response, chain);
        }
    }

    /** Answers refusals with the error page; Faces answers those of pages, and {@link FilesGate} those of files. */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }

    private boolean isForOthers(String path) {
        return MenuEntry.at(path)
                .filter(entry -> !entry.isFor(currentCaller.get()))
                .isPresent();
    }

    private static void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var signIn = Pages.SIGN_IN + "?vers=" + URLEncoder.encode(WantedPath.of(request), StandardCharsets.UTF_8);
        if (PersonCookie.token(request).isPresent()) {
            signIn += "&" + Pages.SESSION_ENDED + "=session"; // whoever has signed out has no cookie
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + signIn.replace("&", "&amp;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }
}
