package fr.hubee.portal.receipt;

import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.FrenchDates;
import fr.hubee.portal.message.Refusal;
import fr.hubee.receipt.ReceiptService;
import fr.hubee.receipt.SignedReceipt;
import fr.hubee.shared.HubeeException;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.settings.PublicAddress;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A receipt of a télédossier ({@code td}, {@code ligne}), as its signature or, with {@code forme=pdf}, on paper. */
@WebServlet("/fichiers/recepisse")
public class ReceiptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient RefusalTrace trace;

    @Inject
    transient ReceiptService receipts;

    @Inject
    transient PublicAddress address;

    @Inject
    transient FrenchDates dates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var signed = find(request);
            if ("pdf".equals(request.getParameter("forme"))) {
                var names = receipts.names(currentCaller.get(), List.of(signed));
                var paper = ReceiptPapers.of(signed, names, address, dates);
                send(ReceiptPapers.fileName(signed) + ".pdf", "application/pdf", PaperPdf.of(paper), response);
            } else {
                var jws = signed.jws().orElseThrow().getBytes(StandardCharsets.US_ASCII);
                send(ReceiptPapers.fileName(signed) + ".jws", "application/jose", jws, response);
            }
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }

    private SignedReceipt find(HttpServletRequest request) throws IOException {
        var theCase = QueryParameter.id(request.getParameter("td"));
        var entry = QueryParameter.id(request.getParameter("ligne"));
        return receipts.ofCase(currentCaller.get(), theCase).stream()
                .filter(signed -> signed.receipt().entry().equals(entry))
                .filter(signed -> signed.jws().isPresent())
                .findFirst()
                .orElseThrow(() -> NotFound.of("Receipt"));
    }

    private static void send(String name, String type, byte[] bytes, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
