package fr.hubee.account;

import java.util.UUID;

/** What has just happened to an account; heard in the same transaction. */
public sealed interface AccountEvent {
    UUID accountId();

    /** It was made: its person has no password yet. */
    record Created(UUID accountId) implements AccountEvent {}

    /** Its person may not come in any more. */
    record Deactivated(UUID accountId) implements AccountEvent {}

    /** Its person may come in again. */
    record Activated(UUID accountId) implements AccountEvent {}

    /** Somebody who manages accounts asks that its person be sent a link to choose a password. */
    record LinkAsked(UUID accountId) implements AccountEvent {}
}
