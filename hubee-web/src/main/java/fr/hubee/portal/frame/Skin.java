package fr.hubee.portal.frame;

import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.inject.Model;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/** The theme that this user chose, and whether another skin is installed. */
@Model
public class Skin {
    @Inject
    HttpServletRequest request;

    private String other;

    public Theme getTheme() {
        return PersonCookie.value(request, Theme.COOKIE).map(Theme::of).orElse(Theme.AUTO);
    }

    public List<Theme> getThemes() {
        return List.of(Theme.values());
    }

    /** Returns the address of the other skin's stylesheet; empty for our own skin: see docs/skin.md. */
    public String getOther() {
        if (other == null) {
            var resource = FacesContext.getCurrentInstance()
                    .getApplication()
                    .getResourceHandler()
                    .createResource("skin.css", "hubee-skin");
            other = resource == null ? "" : resource.getRequestPath();
        }
        return other;
    }

    public enum Theme {
        AUTO("auto", "Automatique"),
        LIGHT("clair", "Clair"),
        DARK("sombre", "Sombre");

        static final String COOKIE = "hubee-affichage";

        private final String code;
        private final String label;

        Theme(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** Returns the code in the cookie, in the form and in the page. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Theme of(String code) {
            return Stream.of(values())
                    .filter(theme -> theme.code.equals(code))
                    .findFirst()
                    .orElse(AUTO);
        }
    }
}
