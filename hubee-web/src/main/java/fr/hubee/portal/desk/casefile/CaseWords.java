package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseRights;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.field.PersonPage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comment for colleagues and a message to the applicant, as a form of a télédossier sends them. The form is read even when its action is no
 * longer offered: if a colleague was faster, the service refuses with the reason.
 */
public abstract class CaseWords extends PersonPage {
    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    String comment;
    String message;
    private CaseStatus seen;

    /** Changes the status that the page displayed. */
    void moveTo(CaseStatus wanted) {
        var move = new CaseMove(seen, wanted, comment, message);
        seen = null; // if it is refused, the page shows another one
        work.move(caller(), opened.acting(), move);
    }

    /** Returns the status that the page displayed first. */
    public CaseStatus getSeen() {
        return seen == null ? opened.view().status() : seen;
    }

    public void setSeen(CaseStatus seen) {
        this.seen = seen;
    }

    CaseRights rights() {
        return opened.view().rights();
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    /** Whether a form is on the page, or was on the page that sent it. */
    static boolean isOnPage(String form, String refusal) {
        return refusal == null || isSent(form);
    }

    /** Whether the request sends this form, or has this field; false once the answer is written. */
    static boolean isSent(String name) {
        var faces = FacesContext.getCurrentInstance();
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                && faces.getExternalContext().getRequestParameterMap().containsKey(name);
    }

    static String typed(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
