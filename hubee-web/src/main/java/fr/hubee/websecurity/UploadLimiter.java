package fr.hubee.websecurity;

import fr.hubee.http.HttpSettings;
import fr.hubee.http.body.BodyGate;
import fr.hubee.http.body.RefusedBody;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives an upload slot to a file that the gate left unread, if the sender is authenticated; anonymous ones are refused
 * later.
 */
@WebFilter(
        urlPatterns = {"/teledossiers/*", "/fichiers/depot/*"},
        servletNames = UploadLimiter.PAGES,
        asyncSupported = true)
public class UploadLimiter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The name of the servlet of Faces. */
    static final String PAGES = "portal";

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient HttpSettings settings;

    /** Slots for files that use a draft on disk, and no thread. */
    private transient SharedCapacity withoutThread;

    /** Slots for pages, where a file uses a thread. */
    private transient SharedCapacity ofPages;

    @Override
    public void init() {
        withoutThread = new SharedCapacity(4L * settings.threads());
        ofPages = new SharedCapacity(Math.max(settings.threads() / 4, 2));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!currentCaller.isKnown() || !BodyGate.keepsOutside()) {
            chain.doFilter(request, response);
            return;
        }
        var places = PAGES.equals(request.getHttpServletMapping().getServletName()) ? ofPages : withoutThread;
        if (places.takeForThisRequest(currentCaller.get().name(), 1).isEmpty()) {
            BodyGate.accept();
            read(request, response, chain);
        } else {
            BodyGate.refuse(request, response);
        }
    }

    /** Reads the file; the multipart parser does not recognise slow senders: it only reports that reading failed. */
    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | RuntimeException | ServletException failure) {
            if (!RefusedBody.isTooSlow(failure) || response.isCommitted()) {
                throw failure;
            }
            BodyGate.tellTooSlow(request, response);
        }
    }
}
