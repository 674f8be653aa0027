package fr.hubee.people.account;

import java.time.LocalDate;
import java.util.UUID;

/** An event of an account; observed in the same transaction. */
public sealed interface AccountEvent {
    UUID accountId();

    /** Created; the person has no password yet. */
    record Created(UUID accountId) implements AccountEvent {}

    /** A new subscription of her organisation names the person, who has had an account, as its administrator. */
    record NamedBySubscription(UUID accountId, UUID subscriptionId) implements AccountEvent {}

    /** The person may no longer sign in. */
    record Deactivated(UUID accountId) implements AccountEvent {}

    /** The person may do other things than before. */
    record RightsChanged(UUID accountId) implements AccountEvent {}

    /** The person may sign in again. */
    record Activated(UUID accountId) implements AccountEvent {}

    /** A manager of accounts asks to send the person a link to choose a password. */
    record LinkAsked(UUID accountId) implements AccountEvent {}

    /**
     * The person replaces a colleague who is away.
     *
     * @param lastDay included
     */
    record DeputyNamed(UUID accountId, UUID absent, String organizationName, LocalDate firstDay, LocalDate lastDay)
            implements AccountEvent {}
}
