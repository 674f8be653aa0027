package fr.hubee.portal.desk.casefile;

import fr.hubee.http.ContentPolicy;
import java.util.Locale;
import java.util.Set;

/** The kind of preview of a file, without a download. */
public enum PreviewKind {
    PDF,
    IMAGE,
    TEXT,
    NONE;

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif");
    private static final Set<String> TEXTS = Set.of("application/xml", "text/xml", "text/plain", "text/csv");

    static PreviewKind of(String mediaType) {
        var type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.equals("application/pdf")) {
            return PDF;
        }
        if (IMAGES.contains(type)) {
            return IMAGE;
        }
        boolean xml = type.endsWith("+xml") && !type.startsWith("image/");
        return TEXTS.contains(type) || xml ? TEXT : NONE;
    }

    /** Whether browsers display it: a text is never sent as it is, since an XML could be rendered as a page. */
    boolean isShownByBrowsers() {
        return this == PDF || this == IMAGE;
    }

    /** Returns the policy; a sandbox would block the browser's PDF viewer, which has no access to this portal's origin anyway. */
    public String securityPolicy() {
        return ContentPolicy.FRAMED + (this == PDF ? "; object-src 'self'; style-src 'unsafe-inline'" : "; sandbox");
    }
}
