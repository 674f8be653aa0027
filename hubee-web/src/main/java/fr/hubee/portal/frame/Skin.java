package fr.hubee.portal.frame;

import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The theme that this user chose, and whether another skin is installed. */
@Named
@RequestScoped
public class Skin {
    @Inject
    HttpServletRequest request;

    public Theme getTheme() {
        return PersonCookie.value(request, Theme.COOKIE).map(Theme::of).orElse(Theme.AUTO);
    }

    public List<Theme> getThemes() {
        return List.of(Theme.values());
    }

    /** Returns the address of the other skin's stylesheet; empty for our own skin: see docs/skin.md. */
    public String getOther() {
        var resource = FacesContext.getCurrentInstance()
                .getApplication()
                .getResourceHandler()
                .createResource("skin.css", "hubee-skin");
        return resource == null ? "" : resource.getRequestPath();
    }
}
