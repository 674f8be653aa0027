package fr.hubee.portal.frame;

import fr.hubee.portal.page.Pages;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.regex.Pattern;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspException;
import org.primefaces.util.Constants;

/**
 * Adds the nonce of the page's content security policy to every form: PrimeFaces requires it with each POST, and would add it with its own
 * scripts, which our pages do not need otherwise. Makes public pages stateless from the beginning. Registered in {@code faces-config.xml}.
 */
public class PortalViews extends ViewHandlerWrapper {
    /** A random UUID as text, in Base64. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{48}");

    public PortalViews(ViewHandler wrapped) {
        super(wrapped);
    }

    /** Creates a public page without state: {@code frame.xhtml} says so only later, and PrimeFaces would start a session before that. */
    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        var view = super.createView(context, viewId);
        if (view != null && Pages.isOpen(Pages.path(viewId))) {
            view.setTransient(true);
        }
        return view;
    }

    /**
     * Checks the nonce of a form: PrimeFaces refuses one that it has not made, but only while the page is written, and a long one would
     * fill its buffer.
     */
    @Override
    public UIViewRoot restoreView(FacesContext context, String viewId) {
        var nonce = context.getExternalContext().getRequestParameterMap().get(Constants.RequestParams.NONCE_PARAM);
        if (nonce == null || !FORM.matcher(nonce).matches()) {
            throw new CspException("no nonce of ours");
        }
        return super.restoreView(context, viewId);
    }

    /** Adds it at the end of each form, where Faces writes its state. */
    @Override
    public void writeState(FacesContext context) throws IOException {
        super.writeState(context);
        var writer = context.getResponseWriter();
        writer.startElement("input", null);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", Constants.RequestParams.NONCE_PARAM, null);
        writer.writeAttribute("value", PrimeFacesContext.getCspState(context).getNonce(), null);
        writer.endElement("input");
    }
}
