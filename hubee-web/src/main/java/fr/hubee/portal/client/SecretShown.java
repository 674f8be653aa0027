package fr.hubee.portal.client;

import fr.hubee.token.ShownCredentials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** A secret on its way to the page that shows it once: the flash forgets it after that page. */
@Named
@RequestScoped
public class SecretShown {
    private static final String KEY = "fr.hubee.portal.secret";

    void show(ShownCredentials credentials) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(KEY, new String[] {
            credentials.clientId(), credentials.clientSecret()
        });
    }

    /** Of this client; null when there is none to show, or no more. */
    public String of(String clientId) {
        var flash = FacesContext.getCurrentInstance().getExternalContext().getFlash();
        return flash.get(KEY) instanceof String[] shown && shown[0].equals(clientId) ? shown[1] : null;
    }
}
