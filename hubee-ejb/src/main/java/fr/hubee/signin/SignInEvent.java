package fr.hubee.signin;

import java.util.UUID;

/** Something that a person has to be written about; heard in the same transaction. */
public sealed interface SignInEvent {
    UUID accountId();

    /** She is to be sent a link; it is made when the mail leaves, see {@link MailSecrets}. */
    record LinkWanted(UUID accountId, LinkPurpose purpose) implements SignInEvent {}

    /** She is to be sent a one-time code for this attempt; it is made when the mail leaves. */
    record CodeWanted(UUID accountId, UUID signInId) implements SignInEvent {}

    /** An application was associated with her account, or is no longer: whoever did it, she is told. */
    record ApplicationChanged(UUID accountId, boolean associated) implements SignInEvent {}

    /** Her password was replaced by a mailed link: who manages her organisation's accounts is told. */
    record ResetByMail(UUID accountId) implements SignInEvent {}

    /** Her password was changed: whoever did it, she is told. */
    record PasswordChanged(UUID accountId) implements SignInEvent {}
}
