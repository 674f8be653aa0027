package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.portal.page.FormToken;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Receives files that an agent adds to a télédossier ({@code td}). Missing rights and too large an announced length are refused before a
 * byte is read; an incomplete upload is never stored as a file. A servlet, for its multipart parser: the files go to the disk, and the gate
 * of bodies recognises slow senders.
 */
@WebServlet(Pages.DEPOSIT)
@MultipartConfig(fileSizeThreshold = 65_536)
public class DepositServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient CaseReadingService cases;

    @Inject
    transient CaseDepositService deposits;

    @Inject
    transient UploadRoom room;

    @Inject
    transient FormToken token;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var caller = currentCaller.get();
        var id = QueryParameter.id(inAddress(request, "td"));
        var view = cases.read(caller, id, HistoryPart.NONE);
        if (view.rights().depositRefusal() != null) {
            throw new InvalidRequest(view.rights().depositRefusal());
        }
        var most = UploadRoom.most(view.depositRules().maxSize(), CaseDepositService.MOST);
        var place = room.take(request.getContentLengthLong(), most);
        try {
            receive(caller, id, request);
        } finally {
            place.leave();
        }
        response.sendRedirect("/teledossier?id=" + id + "&retour=" + ReturnToList.written(request) + "&fait=depot");
    }

    /** Returns a parameter of the address; the servlet API would parse the body for it, and so read the files first. */
    private static String inAddress(HttpServletRequest request, String name) {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        return Stream.of(query.split("&", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private void receive(Caller caller, UUID id, HttpServletRequest request) throws IOException, ServletException {
        var parts = request.getParts();
        try {
            if (!token.isBrought()) {
                throw new NotAllowed(
                        "Cette page est d’une session qui n’est plus la vôtre : rechargez-la, puis recommencez.");
            }
            deposits.deposit(caller, id, files(parts));
        } finally {
            for (var part : parts) {
                part.delete(); // the server would do it, but only after the answer
            }
        }
    }

    private static List<UploadedFile> files(Collection<Part> parts) {
        return parts.stream()
                .filter(part -> part.getName().equals("fichiers") && isChosen(part))
                .map(part -> new UploadedFile(part.getSubmittedFileName(), part.getSize(), part::getInputStream))
                .toList();
    }

    /** Whether a file was chosen: otherwise, browsers send a part without a name. */
    private static boolean isChosen(Part part) {
        return part.getSubmittedFileName() != null
                && !part.getSubmittedFileName().isEmpty();
    }
}
