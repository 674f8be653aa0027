package fr.hubee.portal.frame;

import fr.hubee.kernel.settings.PublicContacts;
import fr.hubee.kernel.settings.SupportAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** Shows the text of the requested address, lists all texts for the footer and the site map, and knows the place of a démarche in the help. */
@Model
public class TextPage {
    @Inject
    PublicTextLoader texts;

    @Inject
    SupportAddress support;

    @Inject
    PublicContacts contacts;

    @Inject
    HttpServletRequest request;

    private PublicTextLoader.Rendered text;
    private String help;

    @PostConstruct
    void read() {
        text = PublicText.at(request.getServletPath()).map(texts::render).orElse(null);
    }

    public PublicTextLoader.Rendered getText() {
        return text;
    }

    /** Returns the address of the support, for pages. */
    public String getSupport() {
        return support.mail();
    }

    /** Returns where an administration turns to that does not use HubEE yet. */
    public PublicContacts getContacts() {
        return contacts;
    }

    public List<PublicText> getAll() {
        return List.of(PublicText.values());
    }

    /**
     * Returns the address of a démarche in the help; empty when the help does not contain it. A deployer adds it for any démarche: the heading
     * with the anchor {@code demarche-} and the code in lower case.
     */
    public String help(String processCode) {
        if (help == null) {
            help = texts.source(PublicText.HELP);
        }
        return help(help, processCode);
    }

    static String help(String help, String processCode) {
        var anchor = "demarche-" + processCode.toLowerCase(Locale.ROOT);
        return help.contains("{#" + anchor + "}") ? PublicText.HELP.path() + "#" + anchor : "";
    }
}
