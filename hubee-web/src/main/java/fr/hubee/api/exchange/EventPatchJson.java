package fr.hubee.api.exchange;

import fr.hubee.exchange.status.EventStatus;
import jakarta.validation.constraints.NotNull;

/** What a party may change of an event. */
public record EventPatchJson(@NotNull EventStatus status) {}
