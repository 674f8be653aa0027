package fr.hubee.api.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;

/** Serves the contract: one document for each API. */
@WebServlet({"/openapi", "/openapi/referential"})
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> DOCUMENTS =
            Map.of("/openapi", "/openapi/teledossiers.yaml", "/openapi/referential", "/openapi/referential.yaml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = DOCUMENTS.get(request.getServletPath());
        try (var document = getClass().getResourceAsStream(name)) {
            if (document == null) {
                throw new FileNotFoundException(name);
            }
            response.setContentType("application/yaml"); // RFC 9512
            response.setCharacterEncoding("UTF-8");
            document.transferTo(response.getOutputStream());
        }
    }
}
