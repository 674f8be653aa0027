package fr.hubee.api.http;

import fr.hubee.http.Contract;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the contract of each API as an OpenAPI document and as Markdown; the former address of the page leads to the new one. */
@WebServlet({
    "/openapi",
    "/openapi/referential",
    "/openapi/feed",
    "/api.md",
    "/api-referentiel.md",
    "/api-evenements.md",
    "/openapi.html"
})
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getServletPath();
        var asked = Contract.at(path);
        if (asked.isEmpty()) {
            var wanted = "referential".equals(request.getParameter("contract"))
                    ? Contract.REFERENTIAL
                    : Contract.TELEDOSSIERS;
            response.sendRedirect(request.getContextPath() + wanted.page());
            return;
        }
        var contract = asked.get();
        boolean markdown = path.equals(contract.markdown());
        response.setContentType(markdown ? "text/markdown" : "application/yaml"); // RFC 7763, RFC 9512
        response.setCharacterEncoding("UTF-8");
        var out = response.getOutputStream();
        if (markdown) {
            out.write(contract.text().whole().getBytes(StandardCharsets.UTF_8));
        } else {
            try (var document = contract.open()) {
                document.transferTo(out);
            }
        }
    }
}
