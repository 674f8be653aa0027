package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.hubee.mail.outbox.RelayLine.Delivery;
import fr.hubee.mail.outbox.RelayLine.RelayUnreachable;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayLineTest {
    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Properties properties = new Properties();

    RelayLineTest() {
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.from", "ne-pas-repondre@hubee.example");
        properties.setProperty("mail.smtp.timeout", "5000");
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    private Session towards(int port) {
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        return Session.getInstance(properties);
    }

    private Session started() {
        relay.start();
        return towards(relay.getSmtp().getPort());
    }

    private static MimeMessage message(Session session) throws Exception {
        var message = new MimeMessage(session);
        message.setFrom();
        message.setRecipients(MimeMessage.RecipientType.TO, "ada@pontcarre.example");
        message.setSubject("x");
        message.setText("secret 123456");
        return message;
    }

    private Delivery sent(FaultyRelay faulty) throws Exception {
        var session = towards(faulty.port());
        try (var line = new RelayLine(session)) {
            line.open();
            return line.send(message(session));
        }
    }

    @Test
    void oneLineTakesManyMessages() throws Exception {
        var session = started();
        try (var line = new RelayLine(session)) {
            for (int each = 0; each < 3; each++) {
                line.open();
                assertEquals(Delivery.Outcome.SENT, line.send(message(session)).outcome());
            }
        }

        assertEquals(3, relay.getReceivedMessages().length);
    }

    @Test
    void aRelayThatIsNotThereIsReportedBeforeAnythingIsSent() throws IOException {
        int free;
        try (var probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        try (var line = new RelayLine(towards(free))) {
            assertThrows(RelayUnreachable.class, line::open);
        }
    }

    @Test
    void whoMustSayItsNameDoes() throws Exception {
        relay.setUser("hubee", "hubee", "s3cret");
        properties.setProperty("hubee.smtp.user", "hubee");
        properties.setProperty("hubee.smtp.password", "s3cret");
        var session = started();
        try (var line = new RelayLine(session)) {
            line.open();
            assertEquals(Delivery.Outcome.SENT, line.send(message(session)).outcome());
        }
    }

    @Test
    void aWrongPasswordStopsAllAndIsNotShown() {
        relay.setUser("hubee", "hubee", "s3cret");
        properties.setProperty("hubee.smtp.user", "hubee");
        properties.setProperty("hubee.smtp.password", "wr0ng");
        try (var line = new RelayLine(started())) {
            var refusal = assertThrows(RelayUnreachable.class, line::open);
            assertFalse(refusal.getMessage().contains("wr0ng"), refusal.getMessage());
        }
    }

    @Test
    void nothingLeavesUnprotectedWhereProtectionIsAskedFor() {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        try (var line = new RelayLine(started())) {
            assertThrows(RelayUnreachable.class, line::open);
        }
    }

    @Test
    void aRecipientRefusedForGoodIsReportedWithTheReason() throws Exception {
        try (var faulty = FaultyRelay.answering("RCPT", "550 5.1.1 <ada@pontcarre.example> unknown")) {
            assertEquals(
                    new Delivery(Delivery.Outcome.REFUSED, "550 5.1.1 <ada@pontcarre.example> unknown"), sent(faulty));
        }
    }

    @Test
    void aRecipientRefusedForNowMayBeAcceptedLater() throws Exception {
        try (var faulty = FaultyRelay.answering("RCPT", "451 4.7.1 greylisted")) {
            assertEquals(new Delivery(Delivery.Outcome.FAILED, "451 4.7.1"), sent(faulty));
        }
    }

    @Test
    void aFullMailboxMayBeEmptiedLater() throws Exception {
        try (var faulty = FaultyRelay.answering("RCPT", "552 5.2.2 mailbox full")) {
            assertEquals(Delivery.Outcome.FAILED, sent(faulty).outcome());
        }
    }

    @Test
    void ofARefusedMessageOnlyTheCodeIsKept() throws Exception {
        try (var faulty = FaultyRelay.answering(".", "554 5.7.1 spam: secret 123456")) {
            assertEquals(new Delivery(Delivery.Outcome.FAILED, "554 5.7.1"), sent(faulty));
        }
    }

    @Test
    void aLineThatBreaksIsReported() throws Exception {
        try (var faulty = FaultyRelay.answering(".", null)) {
            var delivery = sent(faulty);

            assertEquals(Delivery.Outcome.LINE_LOST, delivery.outcome());
            assertTrue(delivery.reason().contains("broke the line"), delivery.reason());
        }
    }
}
