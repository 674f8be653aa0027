package fr.hubee.demonstration.screens;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Properties;

/** The mails that the demonstration caught, as pages. */
final class CaughtHtml {
    private static final Path MAILS = Path.of(".demo/mails");

    private CaughtHtml() {}

    /** The address of the newest mail with these words in its subject, sent to that address. */
    static String address(String recipient, String subject) throws IOException {
        try (var files = Files.list(MAILS)) {
            var html = files.sorted(Comparator.reverseOrder())
                    .map(CaughtHtml::read)
                    .filter(mail -> is(mail, recipient, subject))
                    .findFirst()
                    .map(CaughtHtml::html)
                    .orElseThrow(() -> new IllegalStateException(
                            "The demonstration has caught no mail « " + subject + " » to " + recipient));
            return "data:text/html;base64," + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MimeMessage read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), bytes);
        } catch (IOException | MessagingException invalid) {
            throw new IllegalStateException(file.toString(), invalid);
        }
    }

    private static boolean is(MimeMessage mail, String recipient, String subject) {
        try {
            return mail.getSubject().contains(subject)
                    && mail.getAllRecipients()[0].toString().equals(recipient);
        } catch (MessagingException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** The second part: the first one is plain text. */
    private static String html(MimeMessage mail) {
        try {
            return (String) ((Multipart) mail.getContent()).getBodyPart(1).getContent();
        } catch (IOException | MessagingException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
