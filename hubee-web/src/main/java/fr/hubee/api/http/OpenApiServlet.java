package fr.hubee.api.http;

import fr.hubee.clients.bench.BenchSettings;
import fr.hubee.http.Contract;
import fr.hubee.http.PostmanCollection;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves the contract of each API as an OpenAPI document and as Markdown, all of them as a collection of Postman, and what is sent to software as
 * an AsyncAPI document; the former address of the page leads to the new one.
 */
@WebServlet({
    "/openapi",
    "/openapi/referential",
    "/openapi/feed",
    OpenApiServlet.EVENTS,
    OpenApiServlet.BENCH,
    OpenApiServlet.POSTMAN,
    "/api.md",
    "/api-referentiel.md",
    "/api-evenements.md",
    "/openapi.html"
})
public class OpenApiServlet extends HttpServlet {
    static final String EVENTS = "/openapi/asyncapi";
    static final String BENCH = "/openapi/bench";
    static final String POSTMAN = "/openapi/postman";

    private static final long serialVersionUID = 1L;

    @Inject
    transient BenchSettings bench;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getServletPath();
        if (path.equals(EVENTS)) {
            write(Contract.class.getResourceAsStream("/openapi/asyncapi.yaml"), response);
            return;
        }
        if (path.equals(BENCH)) {
            if (bench.on()) {
                write(Contract.class.getResourceAsStream("/openapi/bench.yaml"), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            return;
        }
        if (path.equals(POSTMAN)) {
            response.setContentType("application/json");
            response.getOutputStream().write(PostmanCollection.text().getBytes(StandardCharsets.UTF_8));
            return;
        }
        var asked = Contract.at(path);
        if (asked.isEmpty()) {
            var wanted = "referential".equals(request.getParameter("contract"))
                    ? Contract.REFERENTIAL
                    : Contract.TELEDOSSIERS;
            response.sendRedirect(request.getContextPath() + wanted.page());
            return;
        }
        var contract = asked.get();
        if (path.equals(contract.markdown())) {
            response.setContentType("text/markdown;charset=UTF-8"); // RFC 7763
            response.getOutputStream().write(contract.text().whole().getBytes(StandardCharsets.UTF_8));
        } else {
            write(contract.open(), response);
        }
    }

    private static void write(InputStream document, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8"); // RFC 9512
        try (document) {
            document.transferTo(response.getOutputStream());
        }
    }
}
