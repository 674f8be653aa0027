package fr.hubee.api.exchange;

import fr.hubee.exchange.status.EventStatus;
import jakarta.validation.constraints.NotNull;

/** The part of an event that a party may change. */
public record EventPatchJson(@NotNull EventStatus status) {}
