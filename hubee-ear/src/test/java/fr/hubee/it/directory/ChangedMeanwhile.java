package fr.hubee.it.directory;

import fr.hubee.portal.page.Refusal;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a request as when two people change the same object: this page cannot be had otherwise without a race. */
@WebServlet("/fichiers/entre-temps")
public class ChangedMeanwhile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Refusal(409, "Ce télédossier est « Traité ».").answer(request, response);
    }
}
