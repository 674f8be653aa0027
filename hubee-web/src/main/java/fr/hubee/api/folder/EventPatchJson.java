package fr.hubee.api.folder;

import fr.hubee.folder.status.EventStatus;
import jakarta.validation.constraints.NotNull;

/** What a party may change of an event. */
public record EventPatchJson(@NotNull EventStatus status) {}
