package fr.hubee.portal.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** What a service finds wrong with a form, told beside the fields that it is about. */
public final class FieldProblems {

    private FieldProblems() {}

    /** @param id of the field, in a form that adds nothing to it */
    public static void tell(String id, String sentence) {
        FacesContext.getCurrentInstance().addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }
}
