package fr.hubee.portal.frame;

import java.util.Optional;
import java.util.stream.Stream;

/** The public texts with their addresses; the Markdown file of a text has the name of its address. */
public enum PublicText {
    UNDERSTAND("comprendre", "Comprendre HubEE"),
    HELP("aide", "Aide"),
    CONTACT("contact", "Nous contacter"),
    ACCESSIBILITY("accessibilite", "Accessibilité : non conforme"),
    LEGAL("mentions-legales", "Mentions légales"),
    PRIVACY("donnees-personnelles", "Données personnelles"),
    TERMS("cgu", "Conditions d’utilisation");

    private final String file;
    private final String label;

    PublicText(String file, String label) {
        this.file = file;
        this.label = label;
    }

    public String path() {
        return "/" + file;
    }

    public String label() {
        return label;
    }

    String fileName() {
        return file + ".md";
    }

    static Optional<PublicText> at(String path) {
        return Stream.of(values()).filter(text -> text.path().equals(path)).findFirst();
    }
}
