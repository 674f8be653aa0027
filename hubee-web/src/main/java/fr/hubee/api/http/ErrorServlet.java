package fr.hubee.api.http;

import fr.hubee.http.ProblemJson;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RequestKind;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/** Answers errors outside JAX-RS, such as an outage during authentication; people get the portal's error page. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isOfSoftware(request)) {
            request.getRequestDispatcher("/erreur.xhtml").forward(new WithoutBody(request), response);
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 500;
        var reason = RefusalReason.FAILURE;
        var text = Response.Status.fromStatusCode(status).getReasonPhrase();
        if (status < 500) { // a header that nobody can parse: faults have lines of their own
            RefusalLog.write(
                    "API", currentCaller.isKnown() ? currentCaller.get().name() : "unknown", status, reason.name());
        }
        boolean problem = ProblemJson.isAsked(request.getHeader("Accept"));
        response.setStatus(status);
        response.setHeader("Link", RefusalHelp.link(reason.name()));
        response.setContentType(problem ? ProblemJson.TYPE : "application/json");
        Object body = problem
                ? ProblemJson.of(status, reason.name(), List.of(text))
                : ErrorJson.of(status, reason, text).getEntity();
        ApiJson.mapper().writeValue(response.getOutputStream(), body);
    }

    private static boolean isOfSoftware(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && (RequestKind.isForSoftware(path) || path.startsWith("/openapi"));
    }

    /** A failed request for the error page, without its body: reading a form would read what was just refused. */
    static class WithoutBody extends HttpServletRequestWrapper {

        WithoutBody(HttpServletRequest failed) {
            super(failed);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
