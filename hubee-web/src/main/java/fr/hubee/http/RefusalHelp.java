package fr.hubee.http;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.RefusalDetail;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The page that explains a reason of refusals to an engineer; {@code refusals*.properties} have its texts.
 *
 * @param operation of the request: method and path
 * @param request a right one, for curl; empty when none is known that would be accepted
 */
public record RefusalHelp(
        String reason, String title, String means, List<String> checks, String operation, List<Line> request) {
    /** The address of the list; each page is below it. */
    public static final String PAGES = "/aide/erreurs";

    private static final String DETAIL = "detail.";
    private static final String TEXTS = "fr.hubee.http.refusals";
    private static final URI HERE = new PublicAddress(SettingSource.ofThisServer()).uri();

    /** A line of the request with its end; with whether it has what was wrong in the call that the page explains. */
    public record Line(String text, boolean corrected) {}

    /**
     * A refused call, as far as it is known. Places of a request are written {@code query.maxResult} or {@code body/cases/0/externalId}.
     *
     * @param operation one that no contract has is as none
     * @param path with its identifiers; null when unknown
     * @param headers to add to the contract's
     * @param values to show instead of the contract's, by their places
     * @param corrected places that were wrong
     */
    public record Asked(
            String operation,
            String path,
            Map<String, String> headers,
            Map<String, String> values,
            List<String> corrected) {
        private static final Asked NOTHING = new Asked(null, null, Map.of(), Map.of(), List.of());
    }

    /**
     * A sentence about one refusal.
     *
     * @param next step; empty when the first part says it
     */
    public record Sentence(String why, String next) {
        public String text() {
            return (why + " " + next).strip();
        }
    }

    /** Returns the sentence of a detail; empty when another release wrote it. */
    public static Optional<Sentence> sentence(RefusalDetail detail, Locale language) {
        var texts = ResourceBundle.getBundle(TEXTS, language);
        var name = DETAIL + detail.sentence();
        return texts.containsKey(name + ".why")
                ? Optional.of(new Sentence(
                        filled(texts.getString(name + ".why"), detail),
                        texts.containsKey(name + ".next") ? filled(texts.getString(name + ".next"), detail) : ""))
                : Optional.empty();
    }

    private static String filled(String text, RefusalDetail detail) {
        return MessageFormat.format(text, detail.values().toArray());
    }

    /** Returns the scopes of the tokens that an operation takes; empty when no contract has the operation, and for that of tokens. */
    public static Set<String> scopes(String operation) {
        return CurlRequest.of(operation).map(CurlRequest::scopes).orElse(Set.of());
    }

    /** Returns the same page without a request. */
    public RefusalHelp withoutRequest() {
        return new RefusalHelp(reason, title, means, checks, operation, List.of());
    }

    /** Returns the page of a reason, with the operation that shows it best; empty when there is none. */
    public static Optional<RefusalHelp> of(String reason, Locale language) {
        return of(reason, Asked.NOTHING, language);
    }

    /** Returns the page of a reason for a call; empty when there is none. */
    public static Optional<RefusalHelp> of(String reason, Asked asked, Locale language) {
        var texts = ResourceBundle.getBundle(TEXTS, language);
        if (!texts.containsKey(reason + ".title")) {
            return Optional.empty();
        }
        boolean known =
                asked.operation() != null && CurlRequest.of(asked.operation()).isPresent();
        var operation = known ? asked.operation() : texts.getString(reason + ".operation");
        var address = known && asked.path() != null ? asked.path() : operation.substring(operation.indexOf(' ') + 1);
        var option = texts.containsKey(reason + ".option") ? texts.getString(reason + ".option") : "";
        return Optional.of(new RefusalHelp(
                reason,
                texts.getString(reason + ".title"),
                texts.getString(reason + ".means"),
                texts.getString(reason + ".check").lines().toList(),
                operation,
                CurlRequest.of(operation).orElseThrow().lines(address, option, asked)));
    }

    /** Returns the pages of all reasons, by their names. */
    public static List<RefusalHelp> all(Locale language) {
        return ResourceBundle.getBundle(TEXTS, language).keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.replace(".title", ""))
                .sorted()
                .map(reason -> of(reason, language).orElseThrow())
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
