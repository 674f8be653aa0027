package fr.hubee.portal.frame;

import fr.hubee.portal.address.Pages;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * A page that is open to everybody is stateless from its first moment: {@code frame.xhtml} says it once the page is built, and
 * PrimeFaces keeps its nonce before that, in a session that would begin for it. Named in {@code faces-config.xml}.
 */
public class OpenViews extends ViewHandlerWrapper {

    public OpenViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        var view = super.createView(context, viewId);
        if (view != null && Pages.isOpen(Pages.path(viewId))) {
            view.setTransient(true);
        }
        return view;
    }
}
