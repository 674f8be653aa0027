package fr.hubee.portal.exchange;

import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.portal.page.Refusal;
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

/** Base of the servlets that send signed documents, as they are or on paper; a refusal gives the error page. */
abstract class SignedFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    /** A file to save. */
    static final class Sent {
        private final String name;
        private final String type;
        private final byte[] bytes;

        Sent(String name, String type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
        }

        void to(HttpServletResponse response) throws IOException {
            response.setContentType(type);
            response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    abstract Sent find(HttpServletRequest request) throws IOException;

    /** @param name without an ending */
    static Sent signed(String name, String jws, Supplier<Paper> paper, HttpServletRequest request) throws IOException {
        return "pdf".equals(request.getParameter("forme"))
                ? new Sent(name + ".pdf", "application/pdf", PaperPdf.of(paper.get()))
                : new Sent(name + ".jws", "application/jose", jws.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            find(request).to(response);
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }
}
