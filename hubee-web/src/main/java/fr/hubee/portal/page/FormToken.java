package fr.hubee.portal.page;

import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The token of forms and requests outside Faces: only a page of the person's session knows it, so that nobody else can send one in her
 * name. The forms of Faces have their own: {@link SealedViewsFactory.SealedViews}.
 */
@Model
public class FormToken {
    public static final String PARAMETER = "jeton";

    /** Header of requests that scripts send. */
    public static final String HEADER = "X-HubEE-Token";

    @Inject
    PortalKeys keys;

    @Inject
    HttpServletRequest request;

    private String value;

    /** Returns the token; empty without a session, in which nothing is done in a person's name. */
    public String getValue() {
        if (value == null) {
            value = PersonCookie.token(request).map(this::of).orElse("");
        }
        return value;
    }

    private String of(String session) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.key("form", session).getEncoded());
    }

    /** Whether the request has the right token; reads the body of a form. */
    public boolean isBrought() {
        var header = request.getHeader(HEADER);
        var brought = header == null ? request.getParameter(PARAMETER) : header;
        return MessageDigest.isEqual(bytes(getValue()), bytes(brought == null ? "" : brought));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
