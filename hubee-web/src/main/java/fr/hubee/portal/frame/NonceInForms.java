package fr.hubee.portal.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.util.Constants;

/**
 * Adds the nonce of the page's content security policy to every form: PrimeFaces expects it with each POST, and would
 * add it with its own scripts, which our pages do not need otherwise. Registered in {@code faces-config.xml}.
 */
public class NonceInForms extends ViewHandlerWrapper {

    public NonceInForms(ViewHandler wrapped) {
        super(wrapped);
    }

    /** At the end of each form, where Faces writes its state. */
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
