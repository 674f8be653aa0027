package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.hubee.kernel.shared.NotedEvent;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.RecordedWork;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.Mail.ClaimedMail;
import fr.hubee.mail.outbox.MailRounds.RelayDown;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A claimed mail is sent, or given back untried. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class MailSendingServiceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailSendingService sending = new MailSendingService();
    private final ArrayDeque<List<ClaimedMail>> waiting = new ArrayDeque<>();
    private final List<ClaimedMail> sent = new ArrayList<>();
    private final List<ClaimedMail> failed = new ArrayList<>();
    private final List<ClaimedMail> givenBack = new ArrayList<>();
    private final List<Object> down = new ArrayList<>();
    private boolean awaited;

    MailSendingServiceTest() {
        var fixed = Clock.fixed(NOON, ZoneOffset.UTC);
        sending.composer = new MailComposer(MailRendererTest.ours(), fixed);
        sending.clock = fixed;
        sending.queue = new Queue();
        sending.work = new OwnWork();
        sending.relayDown = NotedEvent.in(down);
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void allThatWasClaimedLeavesOverOneLine() {
        relay.start();
        sending.session = towards(relay.getSmtp().getPort());
        waiting.add(claims(5));
        waiting.add(claims(3));

        assertEquals(8, sending.sendDue(Requester.NOBODY));

        assertEquals(8, sent.size());
        assertEquals(8, relay.getReceivedMessages().length);
        assertEquals(List.of(), givenBack);
    }

    @Test
    void whatASlowRelayHasNoTimeForIsGivenBackAndTakenAgain() {
        relay.start();
        sending.session = towards(relay.getSmtp().getPort());
        sending.clock = new Slow(Duration.ofSeconds(4));
        var claims = claims(5);
        waiting.add(claims);

        assertEquals(3, sending.sendDue(Requester.NOBODY));

        assertEquals(claims.subList(0, 3), sent);
        assertEquals(claims.subList(3, 5), givenBack);
    }

    @Test
    void whenTheLineBreaksTheOthersAreGivenBackUntried() throws Exception {
        try (var faulty = FaultyRelay.answering(".", null)) {
            sending.session = towards(faulty.port());
            var claims = claims(4);
            waiting.add(claims);

            assertEquals(0, sending.sendDue(Requester.NOBODY));

            assertEquals(claims.subList(0, 1), failed);
            assertEquals(claims.subList(1, 4), givenBack);
            assertEquals(1, down.size());
        }
    }

    @Test
    void aRelayThatIsAwaySaysWhetherSomebodyWaits() throws Exception {
        int nobodyListens;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyListens = closed.getLocalPort();
        }
        sending.session = towards(nobodyListens);
        waiting.add(claims(1));
        awaited = true;

        assertEquals(0, sending.sendDue(Requester.NOBODY));

        assertTrue(((RelayDown) down.get(0)).awaited());
        assertEquals(1, down.size());
        assertEquals(1, waiting.size());
    }

    @Test
    void aRoundWithMailsIsRecordedWithWhichRelayTookThemAndNothingOfWhatIsInThem() {
        relay.start();
        var port = relay.getSmtp().getPort();
        sending.session = towards(port);
        waiting.add(claims(2));
        try (var heard = RecordedWork.always()) {
            sending.work = heard.work();

            sending.sendDue(Requester.NOBODY);

            assertEquals(List.of("SMTP connect", "SMTP send", "SMTP send", "mails"), heard.names());
            var mail = heard.span("SMTP send");
            assertEquals(SpanKind.CLIENT, mail.getKind());
            assertEquals(heard.span("mails").getSpanId(), mail.getParentSpanId());
            assertEquals(
                    Map.of(
                            "hubee.system", "smtp",
                            "network.protocol.name", "smtp",
                            "server.address", "127.0.0.1",
                            "server.port", String.valueOf(port)),
                    RecordedWork.attributes(mail));
            assertEquals("2", RecordedWork.attributes(heard.span("mails")).get("hubee.done"));
        }
    }

    @Test
    void aMailThatTheRelayDoesNotTakeIsRecordedAsFailedWithoutItsAnswer() throws Exception {
        try (var faulty = FaultyRelay.answering(".", null);
                var heard = RecordedWork.always()) {
            sending.session = towards(faulty.port());
            sending.work = heard.work();
            waiting.add(claims(1));

            sending.sendDue(Requester.NOBODY);

            var mail = heard.span("SMTP send");
            assertEquals(StatusData.error(), mail.getStatus());
            assertEquals("LINE_LOST", RecordedWork.attributes(mail).get("error.type"));
        }
    }

    @Test
    void aRoundThatFindsNothingIsNotRecorded() {
        try (var heard = RecordedWork.always()) {
            sending.work = heard.work();

            sending.sendDue(Requester.NOBODY);

            assertEquals(List.of(), heard.names());
        }
    }

    private static List<ClaimedMail> claims(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(each -> new Mail(
                        NewMail.to(
                                "ada" + each + "@pontcarre.example",
                                MailTemplate.PASSWORD_CHANGED,
                                MailTemplate.PASSWORD_CHANGED.sample()),
                        "hubee.example",
                        NOON))
                .map(mail -> mail.claim(NOON))
                .toList();
    }

    private static Session towards(int port) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.from", "ne-pas-repondre@hubee.example");
        properties.setProperty("mail.smtp.timeout", "5000");
        return Session.getInstance(properties);
    }

    /** The outbox, without a database. */
    private final class Queue extends MailQueue {
        @Override
        public boolean isAnyDue() {
            return !waiting.isEmpty();
        }

        @Override
        public List<ClaimedMail> claim() {
            return waiting.isEmpty() ? List.of() : waiting.pop();
        }

        @Override
        public void giveBack(List<ClaimedMail> claims) {
            givenBack.addAll(claims);
        }

        @Override
        public void settle(ClaimedMail claim, MailState outcome, String reason) {
            switch (outcome) {
                case SENT -> sent.add(claim);
                case WAITING -> failed.add(claim);
                default -> throw new AssertionError(outcome);
            }
        }

        @Override
        public boolean isAnyAwaited() {
            return awaited;
        }

        @Override
        public boolean giveUpOneOverdue(String reason) {
            return false;
        }
    }

    /** A clock that advances by the same time at each reading. */
    private static final class Slow extends Clock {
        private final Duration step;
        private Instant next = NOON;

        Slow(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            var now = next;
            next = next.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
