package fr.hubee.portal.journal;

import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.page.ActingLink;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the whole journal with its proofs, for {@code verify-journal}. */
@ActingLink
@WebServlet("/fichiers/journal/complet")
public class ProvenJournalServlet extends JournalServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/gzip");
        response.setHeader("Content-Disposition", ContentDisposition.attachment("journal.gz"));
        proofs.export(currentCaller.get(), response.getOutputStream());
    }
}
