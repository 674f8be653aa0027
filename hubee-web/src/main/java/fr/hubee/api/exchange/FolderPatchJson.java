package fr.hubee.api.exchange;

import fr.hubee.exchange.status.FolderStatus;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** The part of a folder that a transmitter may change. */
public record FolderPatchJson(@NotNull FolderStatus globalStatus, Instant closeDateTime) {}
