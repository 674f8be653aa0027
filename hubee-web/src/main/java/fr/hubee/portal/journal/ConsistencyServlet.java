package fr.hubee.portal.journal;

import fr.hubee.kernel.shared.NotFound;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the proof that one signed tree is the beginning of another one; both are named by their sizes. */
@WebServlet("/fichiers/journal/coherence")
public class ConsistencyServlet extends JournalServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var proof = proofs.compare(currentCaller.get(), size(request, "de"), size(request, "a"));
        send("coherence.json", proof.toJson(), response);
    }

    private static long size(HttpServletRequest request, String name) {
        try {
            return Long.parseLong(String.valueOf(request.getParameter(name)));
        } catch (NumberFormatException nonsense) {
            throw NotFound.of("Head");
        }
    }
}
