package fr.hubee.websecurity;

import fr.hubee.http.OutageAnswer;
import fr.hubee.shared.Outage;
import fr.hubee.shared.OutageLog;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The first filter ({@code web.xml}): answers any failure because the database or the disk is away, also one during
 * authentication.
 */
public class OutageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OutageLog log;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | RuntimeException | ServletException failure) {
            var cause = cause(failure);
            var outage = Outage.of(cause);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            answer(cause, request, response);
        }
    }

    /** ServletException does not always set its Java cause. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof ServletException wrapped && wrapped.getRootCause() != null
                ? wrapped.getRootCause()
                : failure;
    }

    private void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var outage = Outage.of(failure);
        if (outage.isEmpty()) {
            throw new ServletException(failure);
        }
        log.met(outage.get(), failure);
        OutageAnswer.send(outage.get(), request, response);
    }
}
