package fr.hubee.it.exchange;

import fr.hubee.it.AsBatch;
import fr.hubee.journal.seal.JournalOwnerService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Seals the journal, as the timer would, for tests outside the server. */
@WebServlet("/it/seal")
public class SealServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AsBatch batch;

    @Inject
    transient JournalOwnerService sealing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            batch.call(sealing::seal);
        } catch (Exception refused) {
            throw new ServletException(refused);
        }
    }
}
