package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseRights;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.portal.field.PersonPage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;

/**
 * A form of a télédossier with a comment for colleagues or a message to the applicant. It is read even when its action is no longer
 * offered: if a colleague was faster, the service refuses with the reason, and {@code kept.js} shows the text.
 */
public abstract class CaseWords extends PersonPage {
    @Inject
    OpenedCase opened;

    @Inject
    CaseWorkService work;

    @Inject
    ReadyAnswerChoice ready;

    /** Fills a text with the ready-made answer that was chosen beside it: what she had written herself stays before it. */
    public void fill(String text) {
        var typed = request().getParameter(text);
        getValues().put(text, ready.added(typed == null ? "" : typed, typed(text + "-ready")));
    }

    CaseRights rights() {
        return opened.view().rights();
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
}
