package fr.hubee.portal.frame;

import fr.hubee.http.ContentPolicy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/** The content security policy of the page. PrimeFaces calls this class, makes the nonce and appends it for scripts. */
@Named
@RequestScoped
public class PagePolicy {

    public String getText() {
        return ContentPolicy.page(getNonce());
    }

    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
