package fr.hubee.portal.frame;

import fr.hubee.http.answer.ContentPolicy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/** What the page that is shown may load and run; PrimeFaces asks for it, makes the nonce and adds it at the end, for scripts. */
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
