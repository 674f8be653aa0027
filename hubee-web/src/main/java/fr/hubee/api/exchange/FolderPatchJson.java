package fr.hubee.api.exchange;

import fr.hubee.exchange.status.FolderStatus;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** What a transmitter may change of a folder. */
public record FolderPatchJson(@NotNull FolderStatus globalStatus, Instant closeDateTime) {}
