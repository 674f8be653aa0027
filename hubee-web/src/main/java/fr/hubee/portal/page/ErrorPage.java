package fr.hubee.portal.page;

import fr.hubee.kernel.trace.WorkId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.lang.System.Logger.Level;
import java.util.Map;

/** The error, and what to do next. */
@Model
public class ErrorPage {
    /** The request attribute for the text of a refusal. */
    public static final String TEXT = "fr.hubee.portal.error";

    /** The request attribute for a title that replaces that of the status. */
    public static final String TITLE = "fr.hubee.portal.error.title";

    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());

    private int status;
    private String title;
    private String text;
    private String reference;

    @PostConstruct
    void read() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        Map<String, Object> request = external.getRequestMap();
        status = request.get(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        title = (String) request.get(TITLE);
        text = (String) request.get(TEXT);
        if (status >= 500 && status != Refusal.BUSY) {
            reference = WorkId.current().orElseGet(WorkId::fresh);
            LOG.log(
                    Level.ERROR,
                    "Reference " + reference + ": " + request.get(RequestDispatcher.ERROR_REQUEST_URI),
                    (Throwable) request.get(RequestDispatcher.ERROR_EXCEPTION));
        }
        external.setResponseStatus(status);
    }

    public String getTitle() {
        return title == null ? usualTitle() : title;
    }

    private String usualTitle() {
        return switch (status) {
            case 403 -> "Cette page ne vous est pas ouverte";
            case 404 -> "Cette page n’existe pas";
            case Refusal.BUSY -> "Réessayez dans un instant";
            case 409 -> "Quelqu’un d’autre a changé ceci entre-temps";
            default -> status >= 500 ? "Un incident est survenu" : "Cette demande ne convient pas";
        };
    }

    /** Returns null when nothing is added to the page's own text. */
    public String getText() {
        return text;
    }

    public boolean isForbidden() {
        return status == 403 && title == null;
    }

    public boolean isUnknown() {
        return status == 404;
    }

    /** Returns the reference of an incident: the identifier of the request, as in the server's log; else null. */
    public String getReference() {
        return reference;
    }
}
