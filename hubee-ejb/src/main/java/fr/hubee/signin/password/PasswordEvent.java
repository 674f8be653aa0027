package fr.hubee.signin.password;

import java.util.UUID;

/** Something about her password that a person has to be written about; heard in the same transaction. */
public sealed interface PasswordEvent {
    UUID accountId();

    /** She is to be sent a link; it is made when the mail leaves, since only its hash is stored. */
    record LinkWanted(UUID accountId, LinkPurpose purpose) implements PasswordEvent {}

    /** Her password was replaced by a mailed link: who manages her organisation's accounts is told. */
    record ResetByMail(UUID accountId) implements PasswordEvent {}

    /** Her password was changed: whoever did it, she is told. */
    record PasswordChanged(UUID accountId) implements PasswordEvent {}
}
