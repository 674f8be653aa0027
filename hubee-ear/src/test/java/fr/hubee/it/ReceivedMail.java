package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A mail as its recipient got it.
 *
 * @param headers the last value of each, as it travelled
 * @param text and {@code html} are decoded; empty where there is no such part
 */
public record ReceivedMail(String subject, Map<String, String> headers, String text, String html) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+\\?\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})$");

    static ReceivedMail of(MimeMessage message) throws MessagingException {
        try {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (var lines = message.getAllHeaders(); lines.hasMoreElements(); ) {
                var header = lines.nextElement();
                headers.put(header.getName(), header.getValue());
            }
            return new ReceivedMail(
                    message.getSubject(), headers, part(message, "text/plain"), part(message, "text/html"));
        } catch (IOException invalid) {
            throw new AssertionError(invalid);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int each = 0; each < parts.getCount(); each++) {
                var found = part(parts.getBodyPart(each), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** Checks that the text has all these words. */
    public ReceivedMail shows(String... words) {
        for (var each : words) {
            assertTrue(text.contains(each), () -> each + " is not in " + text);
        }
        return this;
    }

    /** Checks that the text has none of these words. */
    public ReceivedMail hides(String... words) {
        for (var each : words) {
            assertFalse(text.contains(each), () -> each + " is in " + text);
        }
        return this;
    }

    /** Returns the link that the text gives: the address with a question mark. */
    public String link() {
        var found = LINK.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return found.group();
    }

    /** Returns the one-time code, on a line of its own. */
    public String code() {
        var found = CODE.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No code in: " + text);
        }
        return found.group(1);
    }

    /** Returns null when there is none. */
    public String header(String name) {
        return headers.get(name);
    }
}
