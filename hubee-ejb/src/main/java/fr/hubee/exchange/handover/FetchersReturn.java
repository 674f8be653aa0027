package fr.hubee.exchange.handover;

import java.util.UUID;

/** A merge is being undone: what its new fetchers were told and have not read is taken back. Observed in the same transaction. */
public record FetchersReturn(UUID merge) {}
