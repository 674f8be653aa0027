package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
    static final int ANY_PORT = 0;

    @TempDir
    Path folder;

    @Test
    void everyMailBecomesAFileThatSaysWhoItIsFor() throws IOException {
        try (var catcher = MailCatcher.start(ANY_PORT, ANY_PORT, folder)) {
            send(catcher, "mairie@valbourg.example", "Nouveau dossier", "Un dossier vous attend.");

            assertEquals(
                    List.of(new CaughtMail(
                            "mairie@valbourg.example",
                            "ne-pas-repondre@hubee.example",
                            "Nouveau dossier",
                            "Un dossier vous attend.")),
                    catcher.mails());
            var file = folder.resolve("001-mairie@valbourg.example-Nouveau-dossier.eml");
            assertTrue(Files.readString(file).contains("Un dossier vous attend."));
        }
    }

    @Test
    void theTextOfAMailInSeveralFormsIsThePlainOne() throws IOException, MessagingException {
        try (var catcher = MailCatcher.start(ANY_PORT, ANY_PORT, null)) {
            var message = new MimeMessage(GreenMailUtil.getSession(smtp(catcher)));
            message.setFrom("ne-pas-repondre@hubee.example");
            message.setRecipients(Message.RecipientType.TO, "mairie@valbourg.example");
            message.setSubject("Réinitialisation", "UTF-8");
            var html = new MimeBodyPart();
            html.setText("<p>Demandé</p>", "UTF-8", "html");
            var plain = new MimeBodyPart();
            plain.setText("Demandé", "UTF-8");
            var both = new MimeBodyPart();
            both.setContent(new MimeMultipart("alternative", html, plain));
            message.setContent(new MimeMultipart("mixed", both));

            GreenMailUtil.sendMimeMessage(message);

            assertEquals("Demandé", catcher.mails().get(0).text());
            assertEquals("Réinitialisation", catcher.mails().get(0).subject());
        }
    }

    @Test
    void aMailboxIsMadeByItsFirstMailAndByNoReader() throws IOException, MessagingException {
        int imap = freePort();
        try (var catcher = MailCatcher.start(ANY_PORT, imap, null)) {
            assertThrows(AuthenticationFailedException.class, () -> numberOfMails(imap, "a@hubee.example"));

            send(catcher, "a@hubee.example", "first", "");

            assertEquals(1, numberOfMails(imap, "a@hubee.example"));
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(ANY_PORT)) {
            return free.getLocalPort();
        }
    }

    private static int numberOfMails(int imap, String address) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imap, address, address);
            return store.getFolder("INBOX").getMessageCount();
        }
    }

    @Test
    void filesAreNumberedOnFromThoseOfAnEarlierRun() throws IOException {
        for (int run = 1; run <= 2; run++) {
            try (var catcher = MailCatcher.start(ANY_PORT, ANY_PORT, folder)) {
                send(catcher, "a@hubee.example", "run", "");
            }
        }

        assertTrue(Files.exists(folder.resolve("002-a@hubee.example-run.eml")));
    }

    @Test
    void noSubjectLeadsOutOfTheFolder() {
        assertEquals(
                "007-a@b.example-.-.-etc-passwd-echeance.eml",
                MailCatcher.fileName(7, "a@b.example", "../../etc/passwd : échéance !"));
    }

    private static void send(MailCatcher catcher, String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(to, "ne-pas-repondre@hubee.example", subject, text, smtp(catcher));
    }

    private static ServerSetup smtp(MailCatcher catcher) {
        return new ServerSetup(catcher.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }
}
