package fr.hubee.portal.receipt;

import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.message.Refusal;
import fr.hubee.shared.HubeeException;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Base of the servlets that hand out what is signed, as it is or on paper; a refusal gives the error page. */
abstract class SignedFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    /** @param name without an ending */
    record Signed(String name, String jws, Supplier<Paper> paper) {}

    abstract Signed find(HttpServletRequest request) throws IOException;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var signed = find(request);
            if ("pdf".equals(request.getParameter("forme"))) {
                var pdf = PaperPdf.of(signed.paper().get());
                send(signed.name() + ".pdf", "application/pdf", pdf, response);
            } else {
                var bytes = signed.jws().getBytes(StandardCharsets.US_ASCII);
                send(signed.name() + ".jws", "application/jose", bytes, response);
            }
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }

    private static void send(String name, String type, byte[] bytes, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
