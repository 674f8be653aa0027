package fr.hubee.it;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The mails that one address received, read over IMAP from the mail catcher of the tests; works in the server and on
 * the client.
 */
public final class Mailbox {
    private final String address;

    private Mailbox(String address) {
        this.address = address;
    }

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** Returns all mails received so far, oldest first. */
    public List<ReceivedMail> mails() {
        var properties = new Properties();
        properties.setProperty("mail.imap.partialfetch", "false");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", Integer.getInteger("hubee.it.imap"), address, address);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var mails = new ArrayList<ReceivedMail>();
            for (var message : inbox.getMessages()) {
                if (!message.isSet(Flags.Flag.DELETED)) {
                    mails.add(received(message));
                }
            }
            inbox.close(false);
            return mails;
        } catch (AuthenticationFailedException refused) {
            return List.of(); // the first mail makes the mailbox
        } catch (MessagingException failure) {
            throw new AssertionError("The mailbox of " + address + " cannot be read", failure);
        }
    }

    private static ReceivedMail received(Message message) throws MessagingException {
        return ReceivedMail.of(new MimeMessage((MimeMessage) message));
    }

    /** Waits until at least {@code count} mails have arrived, and returns them all. */
    public List<ReceivedMail> await(int count) {
        return Wait.until(this::mails, mails -> mails.size() >= count);
    }

    /** Waits for the mail with these words in its subject: several that leave at once arrive in any order. */
    public ReceivedMail await(String subject) {
        return Wait.until(() -> about(subject), Optional::isPresent).orElseThrow();
    }

    private Optional<ReceivedMail> about(String subject) {
        return mails().stream().filter(mail -> mail.subject().contains(subject)).findFirst();
    }

    /** Waits for the first mail. */
    public ReceivedMail await() {
        return await(1).get(0);
    }
}
