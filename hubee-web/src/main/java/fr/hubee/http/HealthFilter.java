package fr.hubee.http;

import fr.hubee.kernel.database.InvalidationLease;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * {@code /sante}: whether the proxy should send requests to this node. Anybody may ask: it says nothing else, costs
 * nothing, and comes before authentication ({@code web.xml}).
 *
 * <p>The database answers this node if the heartbeat of {@link InvalidationLease} came back in the last two seconds:
 * nothing is asked here. A server that is suspended, or not started, answers 503 by itself.
 */
public class HealthFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Inject
    transient InvalidationLease lease;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (drain().isOn()) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "se retire");
        } else if (lease.isHeld()) {
            answer(response, HttpServletResponse.SC_OK, "prêt");
        } else {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "pas prêt");
        }
    }

    private Drain drain() {
        return (Drain) getServletContext().getAttribute(Drain.class.getName());
    }

    private static void answer(HttpServletResponse response, int status, String word) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(word);
    }
}
