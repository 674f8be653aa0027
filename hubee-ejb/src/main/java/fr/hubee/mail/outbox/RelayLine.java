package fr.hubee.mail.outbox;

import fr.hubee.kernel.trace.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/** A connection to the relay, for several messages in sequence. */
public final class RelayLine implements AutoCloseable {
    /** Set by 40-mail.cli, for a relay that requires authentication. */
    static final String USER = "hubee.smtp.user";

    static final String PASSWORD = "hubee.smtp.password";

    /** The only part kept of an answer after the message data: the rest may quote the message. */
    private static final Pattern CODES = Pattern.compile("^([245]\\d\\d)[ -]?([245]\\.\\d{1,3}\\.\\d{1,3})?");

    private static final System.Logger LOG = System.getLogger(RelayLine.class.getName());

    /** Number of lost connections in a row that mean a problem of the relay. */
    private static final int TOO_MANY = 2;

    private final Session session;
    private Transport transport;

    /** Lost connections since the last answered message. */
    private int lost;

    public RelayLine(Session session) {
        this.session = session;
    }

    public void open() throws RelayUnreachable {
        if (transport != null && transport.isConnected()) {
            return;
        }
        close();
        var span = call("SMTP connect");
        try {
            transport = session.getTransport("smtp");
            connect();
        } catch (MessagingException failure) {
            span.setStatus(StatusCode.ERROR);
            throw new RelayUnreachable(oneLine(failure.getMessage()), failure);
        } finally {
            span.end();
        }
    }

    /** Returns a span that names the relay, without content or recipients of the mail. */
    private Span call(String name) {
        var span = Tracing.call(name, "smtp")
                .setAttribute("network.protocol.name", "smtp")
                .setAttribute("server.address", session.getProperty("mail.smtp.host"));
        var port = session.getProperty("mail.smtp.port");
        return port == null ? span : span.setAttribute("server.port", Long.parseLong(port));
    }

    private void connect() throws MessagingException {
        var user = session.getProperty(USER);
        if (user == null || user.isBlank()) {
            transport.connect(); // with the credentials of the mail session, if any
        } else {
            transport.connect(user, session.getProperty(PASSWORD));
        }
    }

    public boolean seemsWell() {
        return lost < TOO_MANY;
    }

    public Delivery send(MimeMessage message) {
        var span = call("SMTP send");
        var delivery = attempt(message);
        if (delivery.outcome() != Delivery.Outcome.SENT) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", delivery.outcome().name());
        }
        span.end();
        lost = delivery.outcome() == Delivery.Outcome.LINE_LOST ? lost + 1 : 0;
        return delivery;
    }

    private Delivery attempt(MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery(Delivery.Outcome.SENT, null);
        } catch (SendFailedException refused) {
            return refusal(refused);
        } catch (MessagingException failure) {
            return failure(failure);
        }
    }

    /** Returns the kind of refusal: only a 5xx answer to the recipient makes the address invalid. */
    private Delivery refusal(SendFailedException refused) {
        var invalid = refused.getInvalidAddresses();
        if (invalid != null && invalid.length > 0) {
            var answer = refused.getNextException() == null ? refused : refused.getNextException();
            return new Delivery(Delivery.Outcome.REFUSED, oneLine(answer.getMessage()));
        }
        return failure(refused);
    }

    private Delivery failure(MessagingException failed) {
        var outcome = transport.isConnected() ? Delivery.Outcome.FAILED : Delivery.Outcome.LINE_LOST;
        return new Delivery(outcome, codes(failed));
    }

    private static String codes(MessagingException failed) {
        for (Exception each = failed; each instanceof MessagingException part; each = part.getNextException()) {
            var found = CODES.matcher(String.valueOf(part.getMessage()));
            if (found.find()) {
                return found.group().strip();
            }
        }
        return "the relay did not answer, or broke the line";
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.log(Level.DEBUG, "The line to the relay was gone", gone);
        }
    }

    /**
     * The relay's answer for a message.
     *
     * @param reason null when accepted; never contains content of the message, which may hold secrets
     */
    public record Delivery(Outcome outcome, String reason) {
        public enum Outcome {
            SENT,
            /** A permanent refusal of the recipient. */
            REFUSED,
            FAILED,
            /** The connection is lost: the next message needs a new one. */
            LINE_LOST
        }
    }

    /** The relay cannot be reached for the moment. */
    public static final class RelayUnreachable extends Exception {
        private static final long serialVersionUID = 1L;

        RelayUnreachable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
