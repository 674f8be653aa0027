package fr.hubee.http;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.SettingSource;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The page that explains a reason of refusals to an engineer; {@code refusals*.properties} have its texts.
 *
 * @param operation of the request: method and path
 * @param request a right one, for curl
 */
public record RefusalHelp(
        String reason, String title, String means, List<String> checks, String operation, String request) {
    /** The address of the list; each page is below it. */
    public static final String PAGES = "/aide/erreurs";

    private static final String TEXTS = "fr.hubee.http.refusals";
    private static final URI HERE = new PublicAddress(SettingSource.ofThisServer()).uri();

    /**
     * Returns the page of a reason; empty when there is none.
     *
     * @param asked null for the operation that shows the reason best
     */
    public static Optional<RefusalHelp> of(String reason, String asked, Locale language) {
        var texts = ResourceBundle.getBundle(TEXTS, language);
        if (!texts.containsKey(reason + ".title")) {
            return Optional.empty();
        }
        var operation = Optional.ofNullable(asked)
                .filter(any -> CurlRequest.of(any, "").isPresent())
                .orElseGet(() -> texts.getString(reason + ".operation"));
        var option = texts.containsKey(reason + ".option") ? texts.getString(reason + ".option") : "";
        return Optional.of(new RefusalHelp(
                reason,
                texts.getString(reason + ".title"),
                texts.getString(reason + ".means"),
                texts.getString(reason + ".check").lines().toList(),
                operation,
                CurlRequest.of(operation, option).orElseThrow()));
    }

    /** Returns the pages of all reasons, by their names. */
    public static List<RefusalHelp> all(Locale language) {
        return ResourceBundle.getBundle(TEXTS, language).keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.replace(".title", ""))
                .sorted()
                .map(reason -> of(reason, null, language).orElseThrow())
                .toList();
    }

    /** Returns the English title. */
    public static String title(String reason) {
        return ResourceBundle.getBundle(TEXTS, Locale.ENGLISH).getString(word(reason) + ".title");
    }

    /**
     * Returns the address of the page.
     *
     * @param reason may be in lower case, and be followed by the place that refused
     */
    public static String path(String reason) {
        return PAGES + "/" + word(reason).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(String reason) {
        return reason.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Returns the address of the page, for software. */
    public static String uri(String reason) {
        return HERE + path(reason);
    }

    /** Returns the value of the header {@code Link} (RFC 8288). */
    public static String link(String reason) {
        return "<" + uri(reason) + ">; rel=\"help\"";
    }

    static URI here() {
        return HERE;
    }
}
