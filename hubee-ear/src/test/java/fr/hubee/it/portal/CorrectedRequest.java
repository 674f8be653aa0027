package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.http.RefusalHelp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Partner;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the page that explains a refused call, and sends the corrected request that it shows, as curl would. */
public final class CorrectedRequest {
    private static final Pattern REQUEST = Pattern.compile("(?s)<pre id=\"request\"[^>]*><code>(.*?)</code></pre>");

    /** Finds the words of a command: in double quotes, in single quotes with {@code '\''} for one of them, or bare. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|((?:'[^']*'|\\\\')+)|([^\\s\"'\\\\]+)");

    private static final String KINDS = """
            select distinct on (client_id, operation, reason, message)
                concat_ws(' ', client_id, request_id, split_part(reason, ' ', 1), operation, message)
            from api_call where status >= 400 and ended_at >= cast(? as timestamptz) and client_id like 'demo-%'
            order by client_id, operation, reason, message, id desc""";

    private final Answer page;
    private final String client;

    private CorrectedRequest(Answer page, String client) {
        this.page = page;
        this.client = client;
    }

    /** Reads the page of a refusal as soon as the call is known. */
    static CorrectedRequest of(SignedIn reader, String client, Answer refusal) {
        var link = refusal.header("Link");
        var path = link.substring(link.indexOf("/aide/"), link.indexOf('>')) + "?demande="
                + refusal.header("X-Request-Id");
        return new CorrectedRequest(
                Wait.until(
                        () -> reader.get(path).expect(200), page -> page.text().contains("Votre appel")),
                client);
    }

    /** The corrected requests of many refused calls, by what became of them. */
    public record PlayedCorrections(int accepted, int none, List<String> refusedAgain) {}

    /**
     * Sends the corrected request of one call of each kind that was refused since a moment of the database.
     *
     * @param file the bytes of any file
     */
    public static PlayedCorrections play(String since, byte[] file) {
        var reader = new SignedIn(Visitor.national());
        var refusedAgain = new ArrayList<String>();
        int accepted = 0;
        int none = 0;
        for (var call : Database.texts(KINDS, since)) {
            var parts = call.split(" ", 4); // the client, the X-Request-Id, the reason, the rest
            var page = reader.get(RefusalHelp.path(parts[2]) + "?demande=" + parts[1])
                    .expect(200);
            var answer = new CorrectedRequest(page, parts[0]).send(file);
            none += answer.isEmpty() ? 1 : 0;
            accepted += answer.filter(each -> each.status() / 100 == 2).isPresent() ? 1 : 0;
            answer.filter(each -> each.status() / 100 != 2).ifPresent(each -> refusedAgain.add(call + ": " + each));
        }
        return new PlayedCorrections(accepted, none, refusedAgain);
    }

    /** Returns the text of the page. */
    String page() {
        return text(page.text());
    }

    /** Returns the answer to the corrected request; empty when the page shows none. */
    Optional<Answer> send(byte[] file) {
        var found = REQUEST.matcher(page.text());
        if (!found.find()) {
            return Optional.empty();
        }
        var words = words(text(found.group(1)));
        assertEquals("curl", words.remove(0));
        var method = "GET";
        BodyPublisher body = BodyPublishers.noBody();
        var headers = new ArrayList<String>();
        String address = null;
        while (!words.isEmpty()) {
            var word = words.remove(0);
            switch (word) {
                case "-X" -> method = words.remove(0);
                case "-H" -> headers.add(words.remove(0));
                case "-u" -> {
                    words.remove(0);
                    headers.add("Authorization: " + Partner.basic(client, Partner.secret(client)));
                    headers.add("Content-Type: application/x-www-form-urlencoded");
                }
                case "-d" -> body = BodyPublishers.ofString(words.remove(0));
                case "--data-binary" -> {
                    words.remove(0);
                    body = BodyPublishers.ofByteArray(file);
                }
                default -> address = word;
            }
        }
        var request = Partner.to(address.replaceFirst("^http://[^/]*", ""));
        for (var header : headers) {
            var parts = header.split(": ", 2);
            request.header(parts[0], parts[1].replace("$TOKEN", token(parts[1])));
        }
        return Optional.of(Partner.send(request.method(method, body)));
    }

    private String token(String value) {
        return value.contains("$TOKEN") ? Partner.newToken(client) : "";
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(command);
        while (found.find()) {
            words.add(
                    found.group(1) != null
                            ? found.group(1)
                            : found.group(2) != null
                                    ? found.group(2)
                                            .replace("'\\''", "\uE000")
                                            .replace("'", "")
                                            .replace('\uE000', '\'')
                                    : found.group(3));
        }
        return words;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
