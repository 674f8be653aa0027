package fr.hubee.api.error;

import fr.hubee.api.http.ApiJson;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what fails before or after JAX-RS, as when the database is away while a caller is being known. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = ErrorJson.of(500, "Internal Server Error");
        response.setStatus(500);
        response.setContentType("application/json");
        ApiJson.mapper().writeValue(response.getOutputStream(), answer.getEntity());
    }
}
