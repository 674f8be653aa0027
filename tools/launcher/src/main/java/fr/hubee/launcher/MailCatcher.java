package fr.hubee.launcher;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Catches every mail and forwards none: each becomes a file that mail readers can open. A mailbox is made by its first mail, and opens with the
 * recipient's address as user and password. (Where readers make mailboxes, too, both may do so at once, and GreenMail loses the mail.)
 */
public final class MailCatcher implements Closeable {
    private static final String LOCALHOST = "127.0.0.1";
    private static final int LONGEST_NAME = 120;

    private final List<CaughtMail> mails = new CopyOnWriteArrayList<>();
    private final GreenMail greenMail;
    private final Path folder;
    private volatile Consumer<CaughtMail> listener = mail -> {};
    private int lastNumber;

    private MailCatcher(GreenMail greenMail, Path folder) {
        this.greenMail = greenMail;
        this.folder = folder;
    }

    /** @param folder for one file per mail; null keeps mails in memory only */
    public static MailCatcher start(int smtpPort, int imapPort, Path folder) throws IOException {
        var greenMail = new PromptMail(new ServerSetup[] {
            new ServerSetup(smtpPort, LOCALHOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, LOCALHOST, ServerSetup.PROTOCOL_IMAP)
        });
        var catcher = new MailCatcher(greenMail, folder);
        catcher.countFiles();
        greenMail.start();
        greenMail.getUserManager().setMessageDeliveryHandler(catcher::deliver);
        return catcher;
    }

    public int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    /** All mails so far, in order; a mail to two recipients counts twice. */
    public List<CaughtMail> mails() {
        return List.copyOf(mails);
    }

    /** Notifies a listener of each new mail. */
    public void tell(Consumer<CaughtMail> listener) {
        this.listener = listener;
    }

    /** Clears the mails in memory; the files stay. */
    public void forget() {
        mails.clear();
    }

    private synchronized GreenMailUser deliver(MovingMessage message, MailAddress to)
            throws MessagingException, UserException {
        var recipient = to.getEmail();
        var mime = message.getMessage();
        var subject = mime.getSubject() == null ? "" : mime.getSubject();
        try {
            if (folder != null) {
                write(mime, fileName(++lastNumber, recipient, subject));
            }
            var mail = new CaughtMail(recipient, message.getReturnPath().getEmail(), subject, text(mime));
            mails.add(mail);
            listener.accept(mail);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var users = greenMail.getUserManager();
        var known = users.getUserByEmail(recipient);
        return known != null ? known : users.createUser(recipient, recipient, recipient);
    }

    private static String text(MimeMessage mime) throws MessagingException, IOException {
        return plain(mime).orElseGet(() -> GreenMailUtil.getBody(mime));
    }

    /** The first plain text among the nested parts; the content itself for a mail without parts. */
    private static Optional<String> plain(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int each = 0; each < parts.getCount(); each++) {
                var found = plain(parts.getBodyPart(each));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        boolean wanted = part instanceof MimeMessage || part.isMimeType("text/plain");
        return wanted && content instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private void write(MimeMessage mime, String name) throws MessagingException, IOException {
        try (var file = Files.newOutputStream(folder.resolve(name))) {
            mime.writeTo(file);
        }
    }

    /** A name that is valid on every file system, whatever the subject. */
    static String fileName(int number, String recipient, String subject) {
        var words = Normalizer.normalize(recipient + "-" + subject, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9@._-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("-+$", "");
        var name = words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME) : words;
        return "%03d-%s.eml".formatted(number, name);
    }

    private void countFiles() throws IOException {
        if (folder == null) {
            return;
        }
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            lastNumber = (int) files.count();
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }

    /** Sends each line of an answer at once: otherwise the second one waits 40 ms, until the other side acknowledges the first. */
    private static final class PromptMail extends GreenMail {
        PromptMail(ServerSetup[] setups) {
            super(setups);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            return Map.of(
                    ServerSetup.PROTOCOL_SMTP,
                    new SmtpServer(setups[0], managers) {
                        @Override
                        protected void handleClientSocket(Socket client) throws SocketException {
                            client.setTcpNoDelay(true);
                            super.handleClientSocket(client);
                        }
                    },
                    ServerSetup.PROTOCOL_IMAP,
                    new AbstractServer(setups[1], managers) {
                        @Override
                        protected ProtocolHandler createProtocolHandler(Socket client) {
                            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
                        }

                        @Override
                        protected void handleClientSocket(Socket client) throws SocketException {
                            client.setTcpNoDelay(true);
                            super.handleClientSocket(client);
                        }
                    });
        }
    }
}
