package fr.hubee.people.secondfactor;

import java.util.UUID;

/** A second-factor event that requires a mail to the person; observed in the same transaction. */
public sealed interface SecondFactorEvent {
    UUID accountId();

    /** A one-time code must be sent for this attempt; it is created when the mail is sent. */
    record CodeWanted(UUID accountId, UUID signInId) implements SecondFactorEvent {}

    /** An authenticator application was added to her account, or removed: she is notified, even of her own change. */
    record ApplicationChanged(UUID accountId, boolean associated) implements SecondFactorEvent {}
}
