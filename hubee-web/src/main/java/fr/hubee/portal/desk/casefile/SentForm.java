package fr.hubee.portal.desk.casefile;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a page that this request sends. It is read even when its action is no longer offered: if a colleague was faster, the service
 * refuses with the reason.
 */
final class SentForm {

    private SentForm() {}

    /** Whether a form is on the page, or was on the page that sent it. */
    static boolean isOnPage(String form, String refusal) {
        return refusal == null || is(form);
    }

    /** Whether the request sends this form, or has this field; false once the answer is written. */
    static boolean is(String name) {
        var faces = FacesContext.getCurrentInstance();
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                && faces.getExternalContext().getRequestParameterMap().containsKey(name);
    }

    /** Returns the texts that are not empty. */
    static String typed(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
