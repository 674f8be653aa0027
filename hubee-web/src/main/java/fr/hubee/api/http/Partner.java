package fr.hubee.api.http;

import fr.hubee.kernel.security.PartnerInfo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The calling software, from its optional headers (specification §4.1). */
@RequestScoped
public class Partner {
    private static final int MOST = 50;

    @Inject
    HttpServletRequest request;

    /** Returns the software; null without these headers. A name that is too long is truncated: it must not stop an exchange. */
    public PartnerInfo info() {
        var editor = header("editorName");
        var application = header("applicationName");
        var version = header("softwareVersion");
        boolean silent = editor == null && application == null && version == null;
        return silent ? null : new PartnerInfo(editor, application, version);
    }

    private String header(String name) {
        var text = request.getHeader(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }
}
