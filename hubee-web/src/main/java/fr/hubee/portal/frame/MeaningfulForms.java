package fr.hubee.portal.frame;

import fr.hubee.http.ApiPath;
import fr.hubee.http.body.RefusedBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses requests that no browser sends to the portal: a zero character, which no text of the database can contain, and a form that cannot
 * be read.
 */
@WebFilter("/*")
public class MeaningfulForms extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(MeaningfulForms.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ApiPath.is(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        if (!isOfParts(request) && hasZero(request)) {
            refuse("a zero character", request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (response.isCommitted() || !isUnreadableForm(failure)) {
                throw failure;
            }
            refuse("unreadable", request, response);
        }
    }

    private static void refuse(String reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.log(Level.INFO, "A form was refused at {0}: {1}", request.getServletPath(), reason);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Whether it has parts for files, which are read later. */
    static boolean isOfParts(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasZero(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding("UTF-8"); // before the form is read
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue())))
                .anyMatch(text -> text.indexOf(0) >= 0);
    }

    /** Whether the server reports that the parts of a form have no end, or no beginning. */
    private static boolean isUnreadableForm(RuntimeException failure) {
        return failure.getClass() == RuntimeException.class
                && failure.getCause() instanceof IOException
                && !RefusedBody.isTooSlow(failure);
    }
}
