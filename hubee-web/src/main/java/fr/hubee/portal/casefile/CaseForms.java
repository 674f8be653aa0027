package fr.hubee.portal.casefile;

import fr.hubee.casework.CaseMove;
import fr.hubee.casework.CaseWorkService;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * What a user does with a télédossier. A form that is sent is read even when its action is no longer offered: a
 * colleague was faster, which the service tells.
 */
@Named("caseForms")
@RequestScoped
public class CaseForms {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    @Inject
    HttpServletRequest request;

    private CaseStatus seen;
    private CaseStatus wanted;
    private String moveComment;
    private String moveMessage;
    private String comment;
    private String message;

    public void move() throws IOException {
        var move = new CaseMove(seen, wanted, moveComment, moveMessage);
        seen = null; // if it is refused, the page shows another one
        work.move(currentCaller.get(), opened.acting(), move);
        done("Le télédossier est maintenant « " + wanted.label() + " ».");
    }

    public void say() throws IOException {
        work.message(currentCaller.get(), opened.acting(), message);
        done("Votre message est envoyé.");
    }

    public void note() throws IOException {
        work.comment(currentCaller.get(), opened.acting(), comment);
        done("Votre commentaire est ajouté.");
    }

    private void done(String text) throws IOException {
        PageMessages.success(text);
        FacesContext.getCurrentInstance().getExternalContext().redirect(opened.address());
    }

    public boolean isMoving() {
        return isSent("move") || opened.view().rights().moveRefusal() == null;
    }

    public boolean isSaying() {
        return isSent("say") || opened.view().rights().messageRefusal() == null;
    }

    public boolean isNoting() {
        return isSent("note") || opened.view().rights().commentRefusal() == null;
    }

    private boolean isSent(String form) {
        return request.getParameter(form) != null;
    }

    /** Until the service has said which are possible now, any may have been chosen. */
    public List<CaseStatus> getOffered() {
        boolean displayed = FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        return displayed ? opened.view().rights().next() : List.of(CaseStatus.values());
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

    public String getMoveComment() {
        return moveComment;
    }

    public void setMoveComment(String moveComment) {
        this.moveComment = moveComment;
    }

    public String getMoveMessage() {
        return moveMessage;
    }

    public void setMoveMessage(String moveMessage) {
        this.moveMessage = moveMessage;
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
