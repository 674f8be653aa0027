package fr.hubee.portal.journal;

import fr.hubee.http.ContentDisposition;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.portal.page.Refusal;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Base of the servlets that send proofs of the journal: a refusal gives the error page. */
abstract class JournalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    @Inject
    transient JournalProofService proofs;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }

    static void send(String name, String json, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
