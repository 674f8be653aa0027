package fr.hubee.portal.frame;

import java.util.stream.Stream;

/** Light, dark, or as the user's system. */
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
