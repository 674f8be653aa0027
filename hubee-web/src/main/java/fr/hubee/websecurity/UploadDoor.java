package fr.hubee.websecurity;

import fr.hubee.http.body.UnreadFile;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives a place to a file that the gate has left unread, when its sender is known; unknown ones are refused further in. */
@WebFilter(
        urlPatterns = {"/teledossiers/*", "/fichiers/depot"},
        servletNames = "portal",
        asyncSupported = true)
public class UploadDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient UploadPlaces places;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!UnreadFile.isIn(request) || !currentCaller.isKnown()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = currentCaller.get().name();
        if (places.take(caller)) {
            UnreadFile.letIn(() -> places.leave(caller));
            chain.doFilter(request, response);
        } else {
            UnreadFile.sendAway(request, response);
        }
    }
}
