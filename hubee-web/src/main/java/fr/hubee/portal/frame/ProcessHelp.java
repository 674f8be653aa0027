package fr.hubee.portal.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/**
 * The place of a démarche in the help: the heading with the anchor {@code demarche-} and the code in lower case, which a deployer adds for
 * any démarche.
 */
@Named
@RequestScoped
public class ProcessHelp {
    @Inject
    PublicTexts texts;

    private String help;

    /** Returns the address; empty when the help does not contain it. */
    public String address(String processCode) {
        if (help == null) {
            help = texts.source(PublicText.HELP);
        }
        return address(help, processCode);
    }

    static String address(String help, String processCode) {
        var anchor = "demarche-" + processCode.toLowerCase(Locale.ROOT);
        return help.contains("{#" + anchor + "}") ? PublicText.HELP.path() + "#" + anchor : "";
    }
}
