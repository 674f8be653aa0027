package fr.hubee.portal.casefile;

import fr.hubee.casework.CaseMove;
import fr.hubee.casework.CaseRights;
import fr.hubee.casework.CaseWorkService;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** The form that changes the status. It sends back the status that was on the page: {@code seen}. */
@Named
@RequestScoped
public class MoveForm {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    private CaseStatus seen;
    private CaseStatus wanted;
    private String comment;
    private String message;

    public void move() throws IOException {
        var move = new CaseMove(seen, wanted, comment, message);
        seen = null; // if it is refused, the page shows another one
        work.move(currentCaller.get(), opened.acting(), move);
        SentForm.done("Le télédossier est maintenant « " + wanted.label() + " ».", opened.address());
    }

    public boolean isOnPage() {
        return SentForm.isOnPage("move", rights().moveRefusal());
    }

    public boolean isWithMessage() {
        return rights().messageWithStatus() || SentForm.is("move-message");
    }

    /** Until the service has said which are possible now, any may have been chosen. */
    public List<CaseStatus> getOffered() {
        return SentForm.is("move") ? List.of(CaseStatus.values()) : rights().next();
    }

    /** What she has typed, once the form is not on the page any more. */
    public String getUnsaved() {
        return rights().moveRefusal() == null ? "" : SentForm.typed(comment, message);
    }

    private CaseRights rights() {
        return opened.view().rights();
    }

    /** The status that was on the page when it was displayed. */
    public CaseStatus getSeen() {
        return seen == null ? opened.view().status() : seen;
    }

    public void setSeen(CaseStatus seen) {
        this.seen = seen;
    }

    public CaseStatus getWanted() {
        return wanted;
    }

    public void setWanted(CaseStatus wanted) {
        this.wanted = wanted;
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
}
