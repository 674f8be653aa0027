package fr.hubee.portal.page;

import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.kernel.shared.TooManyRequests;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The text of a refusal for a person, and its HTTP status. */
public record Refusal(int status, String text) {
    /** The status while too many ask at once: {@code web.xml} gives it the portal's error page, as all statuses of refusals. */
    public static final int BUSY = 503;

    private static final String GONE = "Ce que vous avez demandé n’existe pas, ou n’existe plus.";
    private static final String DAMAGED =
            "Ce fichier n’est plus celui que HubEE a reçu : il n’est pas remis. Les administrateurs nationaux en sont"
                    + " prévenus, et le reprendront dans une sauvegarde.";
    private static final String FORBIDDEN = "Vous n’avez pas, ou n’avez plus, le droit de faire cela.";
    private static final String TOO_MANY =
            "C’est plus que ce qui peut être fait en un jour sur ce télédossier : réessayez demain.";
    private static final String WRONG =
            "Cette demande ne convient pas. Corrigez ce que vous avez saisi, puis réessayez.";

    /** Returns the refusal; empty for an internal failure. */
    public static Optional<Refusal> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HubeeException refused) {
                return Optional.of(answerTo(refused));
            }
            if (cause instanceof EJBAccessException) {
                return Optional.of(new Refusal(403, FORBIDDEN));
            }
        }
        return Optional.empty();
    }

    /** Sends the error page, for requests outside Faces. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ErrorPage.TEXT, text);
        response.sendError(status);
    }

    /** A text for a person ends with a full stop; the contract's English texts do not. */
    private static Refusal answerTo(HubeeException refused) {
        if (refused instanceof NotFound) {
            return new Refusal(404, GONE);
        }
        if (refused instanceof Damaged) {
            return new Refusal(500, DAMAGED);
        }
        boolean forbidden = refused instanceof NotAllowed || refused instanceof StaleSecondFactor;
        int status = forbidden ? 403 : refused instanceof Conflict ? 409 : 400;
        if (refused instanceof TooManyRequests) {
            return new Refusal(status, TOO_MANY);
        }
        var text = refused.getMessage();
        boolean forPeople = text != null && text.strip().endsWith(".");
        return new Refusal(status, forPeople ? text : refused instanceof NotAllowed ? FORBIDDEN : WRONG);
    }
}
