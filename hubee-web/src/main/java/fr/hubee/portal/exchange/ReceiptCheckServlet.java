package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Receives a signature, a file, or the number on a paper, from anybody, to be verified; the page answers. Nothing is written to the disk,
 * and the body is small.
 */
@WebServlet(ReceiptCheckServlet.PATH)
@MultipartConfig(
        fileSizeThreshold = ReceiptCheckServlet.LARGEST,
        maxFileSize = ReceiptCheckServlet.LARGEST,
        maxRequestSize = ReceiptCheckServlet.LARGEST)
public class ReceiptCheckServlet extends HttpServlet {
    static final String PATH = "/recepisse/verification";

    /** Largest body in bytes, as in RequestKind.FORM. */
    static final int LARGEST = 1024 * 1024;

    private static final long serialVersionUID = 1L;

    @Inject
    transient ReceiptCheckService receipts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/recepisse");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var address = request.getRemoteAddr();
        var number = request.getParameter("numero");
        if (number != null) {
            var link = request.getParameter("r");
            var check = link == null ? receipts.check(address, signature(request)) : receipts.checkLink(address, link);
            request.setAttribute(ReceiptCheckPage.CHECK, check);
            request.setAttribute(ReceiptCheckPage.SAME_NUMBER, check.isAbout(number.strip()));
        } else {
            var jws = ReceiptVerifier.find(brought(request));
            request.setAttribute(ReceiptCheckPage.SIGNATURE, jws.orElse(null));
            request.setAttribute(
                    ReceiptCheckPage.CHECK,
                    jws.isPresent() ? receipts.check(address, jws.get()) : ReceiptCheckPage.NOTHING_SIGNED);
        }
        request.getRequestDispatcher("/recepisse.xhtml").forward(request, response);
    }

    /** Returns the file; without one, the pasted text. */
    private static byte[] brought(HttpServletRequest request) throws ServletException, IOException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            var file = request.getPart("fichier");
            if (file != null && file.getSize() > 0) {
                try (var bytes = file.getInputStream()) {
                    return bytes.readNBytes(LARGEST);
                }
            }
        }
        return signature(request).replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    }

    private static String signature(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(ReceiptCheckPage.SIGNATURE), "");
    }
}
