package fr.hubee.people.password;

import fr.hubee.people.password.PasswordLink.LinkPurpose;
import java.util.UUID;

/** A password event that requires a mail to the person; observed in the same transaction. */
public sealed interface PasswordEvent {
    UUID accountId();

    /** A link must be sent; it is created when the mail is sent, since only its hash is stored. */
    record LinkWanted(UUID accountId, LinkPurpose purpose) implements PasswordEvent {}

    /** The password was reset by a link sent by mail: the administrators of her organisation are notified. */
    record ResetByMail(UUID accountId) implements PasswordEvent {}

    /** The password was changed: she is notified, even of her own change. */
    record PasswordChanged(UUID accountId) implements PasswordEvent {}
}
