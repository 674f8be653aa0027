package fr.hubee.portal.frame;

import fr.hubee.portal.page.Pages;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Makes public pages stateless from the beginning: {@code frame.xhtml} declares it only once the page is built, and
 * PrimeFaces would start a session for its nonce before that. Registered in {@code faces-config.xml}.
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
