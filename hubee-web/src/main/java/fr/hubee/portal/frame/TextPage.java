package fr.hubee.portal.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Shows the text of the requested address, and lists all texts for the footer and the site map. */
@Named
@RequestScoped
public class TextPage {
    @Inject
    PublicTexts texts;

    @Inject
    HttpServletRequest request;

    private PublicTexts.Rendered text;

    @PostConstruct
    void read() {
        text = PublicText.at(request.getServletPath()).map(texts::render).orElse(null);
    }

    public PublicTexts.Rendered getText() {
        return text;
    }

    public List<PublicText> getAll() {
        return List.of(PublicText.values());
    }
}
