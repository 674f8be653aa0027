package fr.hubee.portal.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;

/** What a page tells at its top. */
public final class PageMessages {

    private PageMessages() {}

    public static void refusal(String text) {
        tell(FacesMessage.SEVERITY_ERROR, text);
    }

    public static void refusals(List<String> texts) {
        texts.forEach(PageMessages::refusal);
    }

    public static void success(String text) {
        tell(FacesMessage.SEVERITY_INFO, text);
    }

    /** FieldCheck a field of the page. */
    public static void beside(String field, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private static void tell(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
