package fr.hubee.portal.journal;

import fr.hubee.portal.page.QueryParameter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the proof of one line. */
@WebServlet("/fichiers/journal/preuve")
public class EntryProofServlet extends JournalServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var proof = proofs.prove(currentCaller.get(), QueryParameter.id(request.getParameter("ligne")));
        send("preuve-" + proof.entry() + ".json", proof.toJson(), response);
    }
}
