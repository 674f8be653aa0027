package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailComposerTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    /** Returns the message of the composer, after a change of its content that must not show. */
    static MimeMessage message(String recipient) throws Exception {
        var composer = new MailComposer(MailRendererTest.ours(), Clock.fixed(NOON, ZoneOffset.UTC));
        var properties = new Properties();
        properties.setProperty("mail.from", "ne-pas-repondre@hubee.example");
        var mail = new Mail(NewMail.to(recipient, MailTemplate.RESET, MailValues.NONE), "hubee.example", NOON);
        var message = composer.compose(Session.getInstance(properties), mail.claim(NOON), MailTemplate.RESET.sample());
        message.saveChanges();
        assertEquals("<" + mail.id() + "@hubee.example>", message.getMessageID());
        return message;
    }

    @Test
    void aMessageSaysWhoWhenAndThatAMachineWroteIt() throws Exception {
        var message = message("ada@pontcarre.example");

        assertEquals("ne-pas-repondre@hubee.example", message.getFrom()[0].toString());
        assertNull(message.getHeader("Reply-To"));
        assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
        assertEquals(Date.from(NOON), message.getSentDate());
        assertEquals("HubEE - Réinitialisation de votre mot de passe", message.getSubject());
    }

    @Test
    void itIsPlainTextAndHtmlInUtf8() throws Exception {
        var parts = (MimeMultipart) message("ada@pontcarre.example").getContent();

        assertTrue(parts.getContentType().startsWith("multipart/alternative"));
        assertEquals(2, parts.getCount());
        assertEquals("text/plain; charset=UTF-8", parts.getBodyPart(0).getContentType());
        assertEquals("text/html; charset=UTF-8", parts.getBodyPart(1).getContentType());
        assertTrue(parts.getBodyPart(0).getContent().toString().contains("demandé"));
    }

    @Test
    void aDomainWithAccentsTravelsInItsAsciiForm() throws Exception {
        assertEquals(
                "ada@xn--pontcarr-i1a.example",
                message("ada@pontcarré.example").getAllRecipients()[0].toString());
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        for (var address : new String[] {
            "ada",
            "@pontcarre.example",
            "ada@",
            "é@pontcarre.example",
            "a@b.example\r\nBcc: c@d.example",
            "a b@c.example"
        }) {
            assertThrows(AddressException.class, () -> MailComposer.recipient(address), address);
        }
    }
}
