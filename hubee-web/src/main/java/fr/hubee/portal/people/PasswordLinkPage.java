package fr.hubee.portal.people;

import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.LinkService.LinkView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page behind a mailed link. Opening it does not consume the link; choosing a password does. */
@Named
@RequestScoped
public class PasswordLinkPage extends NewPasswordForm {
    @Inject
    LinkService links;

    @Inject
    HttpServletRequest request;

    private String token;
    private LinkView link;

    /** Reads the token, which is in the address first, then in the form. */
    @PostConstruct
    void read() {
        token = request.getParameter("lien");
        link = token == null ? null : links.find(token).orElse(null);
    }

    public void choose() {
        if (link != null && isConfirmed()) {
            progress.continueWith(signIn.choosePassword(token, newPassword(), progress.address()));
        }
    }

    /** Returns null when the link is not valid. */
    public LinkView getLink() {
        return link;
    }
}
