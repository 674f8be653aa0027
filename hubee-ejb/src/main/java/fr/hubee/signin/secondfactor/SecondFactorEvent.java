package fr.hubee.signin.secondfactor;

import java.util.UUID;

/** Something about her second factor that a person has to be written about; heard in the same transaction. */
public sealed interface SecondFactorEvent {
    UUID accountId();

    /** She is to be sent a one-time code for this attempt; it is made when the mail leaves. */
    record CodeWanted(UUID accountId, UUID signInId) implements SecondFactorEvent {}

    /** An application was associated with her account, or is no longer: whoever did it, she is told. */
    record ApplicationChanged(UUID accountId, boolean associated) implements SecondFactorEvent {}
}
