package fr.hubee.websecurity;

import fr.hubee.http.OutageAnswer;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The first filter ({@code web.xml}): answers every failure because the database or the disk is unavailable, or full, also during
 * authentication.
 */
public class OutageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OutageLog outages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | RuntimeException | ServletException failure) {
            var outage = response.isCommitted() ? Optional.<Outage>empty() : outages.metByRequest(cause(failure));
            if (outage.isEmpty()) {
                throw failure;
            }
            OutageAnswer.send(outage.get(), request, response);
        }
    }

    /** Returns the cause of a failure; ServletException does not always set its Java cause. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof ServletException wrapped && wrapped.getRootCause() != null
                ? wrapped.getRootCause()
                : failure;
    }
}
