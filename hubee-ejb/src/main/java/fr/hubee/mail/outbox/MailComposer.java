package fr.hubee.mail.outbox;

import fr.hubee.mail.outbox.Mail.ClaimedMail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Builds the message: plain text and HTML, from the mail session's sender address, to one recipient. */
@Dependent
class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailRenderer templates;
    private final Clock clock;

    @Inject
    MailComposer(MailRenderer templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** @throws AddressException when the address is invalid */
    MimeMessage compose(Session session, ClaimedMail claim, MailValues values) throws MessagingException {
        var mail = templates.render(claim.template(), values);
        var message = new KeptMessage(session, claim.messageId());
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, recipient(claim.recipient()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "fr");
        message.setContent(new MimeMultipart("alternative", plain(mail.text()), html(mail.html())));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart plain(String text) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8);
        return part;
    }

    private static MimeBodyPart html(String html) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(html, UTF_8, "html");
        return part;
    }

    /** A domain may contain accents: it is sent in its ASCII form (RFC 5891). The part before the @ may not. */
    static InternetAddress recipient(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(address.substring(0, at))) {
            throw new AddressException("No mail can be addressed to it");
        }
        try {
            return new InternetAddress(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
        } catch (IllegalArgumentException invalid) {
            throw new AddressException("No mail can be addressed to it");
        }
    }

    /** A message with the same Message-ID for every attempt. */
    private static final class KeptMessage extends MimeMessage {
        private final String id;

        KeptMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
