package fr.hubee.portal.casefile;

import fr.hubee.folder.CaseDepositService;
import fr.hubee.folder.CaseReadingService;
import fr.hubee.folder.UploadedFile;
import fr.hubee.shared.ByteCount;
import fr.hubee.shared.InvalidRequest;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;

/**
 * Files that an agent adds to a télédossier ({@code td}). Who may not, and what is surely too long, is refused before a byte
 * is read; what stops half-way never becomes a file.
 */
@WebServlet("/fichiers/depot")
@MultipartConfig(fileSizeThreshold = 65_536)
public class DepositServlet extends FilesServlet {
    private static final long serialVersionUID = 1L;

    /** What a form adds to its files. */
    private static final long ENVELOPE = 65_536;

    @Inject
    transient CaseReadingService cases;

    @Inject
    transient CaseDepositService deposits;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var caller = currentCaller.get();
        var id = id(request.getParameter("td"));
        var view = cases.read(caller, id);
        if (view.rights().depositRefusal() != null) {
            throw new InvalidRequest(view.rights().depositRefusal());
        }
        requireBounded(request.getContentLengthLong(), view.depositRules().maxSize());
        var files = request.getParts().stream()
                .filter(part -> part.getName().equals("fichiers") && isChosen(part))
                .map(part -> new UploadedFile(part.getSubmittedFileName(), part.getSize(), part::getInputStream))
                .toList();
        deposits.deposit(caller, id, files);
        response.sendRedirect(request.getContextPath() + "/teledossier?id=" + id + "&fait=depot");
    }

    private static void requireBounded(long length, long most) {
        if (length < 0 || length > most * CaseDepositService.MOST + ENVELOPE) {
            throw new InvalidRequest(
                    "Ces fichiers sont trop volumineux : " + ByteCount.text(most) + " par fichier, au plus.");
        }
    }

    /** A browser sends a nameless part where no file was chosen. */
    private static boolean isChosen(Part part) {
        return part.getSubmittedFileName() != null
                && !part.getSubmittedFileName().isEmpty();
    }
}
