package fr.hubee.portal.home;

import fr.hubee.portal.frame.Frame;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Redirects each person to the first page of her work. */
@Named
@RequestScoped
public class HomePage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    Frame frame;

    public void opened() throws IOException {
        var work = MenuEntry.first(currentCaller.get()).filter(frame.getMenu()::contains);
        if (work.isPresent()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(work.get().path());
        }
    }
}
