package fr.hubee.it.exchange;

import fr.hubee.api.http.AnswerRoom;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests {@code path} as its caller, while all of her places are taken. */
@WebServlet("/it/places")
public class PlacesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AnswerRoom room;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int taken = 0;
        while (room.takePlace()) {
            taken++;
        }
        var port = request.getLocalPort();
        var asked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/teledossiers/v1" + request.getParameter("path")))
                .header("Authorization", request.getHeader("Authorization"))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
            response.getWriter()
                    .print(taken + " " + answer.statusCode() + " "
                            + answer.headers().firstValue("Retry-After").orElse("-") + " " + answer.body());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new ServletException(failure);
        }
    }
}
