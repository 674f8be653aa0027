package fr.hubee.portal.casefile;

import fr.hubee.portal.message.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a télédossier's page that this request sends. It is read even when its action is no longer offered: a
 * colleague was faster, and the service tells so.
 */
@RequestScoped
class SentForm {
    @Inject
    HttpServletRequest request;

    @Inject
    OpenedCase opened;

    /** Whether a form is on the page, or was when it was sent. */
    boolean isOnPage(String form, String refusal) {
        return refusal == null || is(form);
    }

    /** Whether it is this form, or has this field; no longer once the answer is written. */
    boolean is(String name) {
        boolean answering = FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        return !answering && request.getParameter(name) != null;
    }

    /** Tells what was done on the page, which is loaded again. */
    void done(String text) throws IOException {
        PageMessages.success(text);
        FacesContext.getCurrentInstance().getExternalContext().redirect(opened.address());
    }

    /** The texts that are not empty. */
    static String typed(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
