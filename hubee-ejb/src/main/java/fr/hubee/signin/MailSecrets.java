package fr.hubee.signin;

import jakarta.enterprise.context.Dependent;
import java.util.UUID;

/**
 * Makes what must stand in a mail and nowhere else: only its hash is stored, so it is made when the mail leaves. A mail
 * that leaves again holds a new one; the earlier one stays good until its term.
 */
@Dependent
public class MailSecrets {

    /** The text that the link ends with. */
    public String link(UUID accountId, LinkPurpose purpose) {
        throw new UnsupportedOperationException();
    }

    /** Six digits. */
    public String code(UUID signInId) {
        throw new UnsupportedOperationException();
    }
}
