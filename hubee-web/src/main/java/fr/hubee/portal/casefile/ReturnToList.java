package fr.hubee.portal.casefile;

import fr.hubee.caselist.CaseCursor;
import fr.hubee.websecurity.LocalPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The list of télédossiers that one was opened from, and where its page leads back to. */
final class ReturnToList {
    static final String PATH = "/teledossiers";

    private ReturnToList() {}

    /** With its filters, when that is what the text is. */
    static String at(String wanted) {
        return LocalPath.to(PATH, wanted);
    }

    /** Whether it is one that somebody looked at: its address says what it shows. */
    static boolean isKnown(String list) {
        return list.contains("?");
    }

    /** Where one stood in it, when that is what the text is; else null. */
    static String place(String wanted) {
        return wanted == null || CaseCursor.parse(false, wanted).isEmpty() ? null : wanted;
    }

    /** Both, as parts of another address; the place may be null. */
    static String written(String list, String place) {
        return written(list) + (place == null ? "" : "&rang=" + place);
    }

    /** As a part of another address. */
    static String written(String list) {
        return URLEncoder.encode(list, StandardCharsets.UTF_8);
    }
}
