package fr.hubee.exchange.notification;

import java.util.UUID;

/** Fired when a merge is being undone: unread notifications to the new readers must be deleted. Observed in the same transaction. */
public record FetchersReturn(UUID merge) {}
