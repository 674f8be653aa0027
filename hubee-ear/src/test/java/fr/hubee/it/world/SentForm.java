package fr.hubee.it.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes the body that a browser sends for the form {@code door} of a page. */
public final class SentForm {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    private SentForm() {}

    /** @param typed encoded, with the button */
    public static String of(String page, String typed) {
        var form = new StringBuilder("door=door&").append(typed);
        var fields = HIDDEN.matcher(page);
        while (fields.find()) {
            form.append('&')
                    .append(fields.group(1))
                    .append('=')
                    .append(URLEncoder.encode(fields.group(2), StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
