package fr.hubee.api.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Serves the contract. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/openapi/teledossiers.yaml";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var document = getClass().getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new FileNotFoundException(DOCUMENT);
            }
            response.setContentType("application/yaml"); // RFC 9512
            response.setCharacterEncoding("UTF-8");
            document.transferTo(response.getOutputStream());
        }
    }
}
