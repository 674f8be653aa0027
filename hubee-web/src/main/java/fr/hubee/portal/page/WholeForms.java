package fr.hubee.portal.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.EnumSet;

/** Refuses a form for files without parts: no page of ours sends it, and Faces would fail on it. */
public class WholeForms implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.APPLY_REQUEST_VALUES;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        var faces = event.getFacesContext();
        if (faces.getPartialViewContext().isPartialRequest()) {
            return; // it sends a part of a page
        }
        var rendered = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(rendered, (visit, part) -> {
            if (isOfSentForm(part, faces) && isIncomplete(part, faces)) {
                throw new PartialForm(part.getClientId(faces));
            }
            return VisitResult.ACCEPT;
        });
    }

    private static boolean isOfSentForm(UIComponent part, FacesContext faces) {
        for (var each = part; each != null; each = each.getParent()) {
            if (each instanceof UIForm) {
                return isSent(each, faces);
            }
        }
        return false;
    }

    private static boolean isIncomplete(UIComponent part, FacesContext faces) {
        return part instanceof HtmlForm form
                && isOfParts(form.getEnctype())
                && !isOfParts(faces.getExternalContext().getRequestContentType());
    }

    private static boolean isSent(UIComponent part, FacesContext faces) {
        return faces.getExternalContext().getRequestParameterMap().containsKey(part.getClientId(faces));
    }

    private static boolean isOfParts(String type) {
        return type != null && type.startsWith("multipart/");
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // all is done before
    }
}
