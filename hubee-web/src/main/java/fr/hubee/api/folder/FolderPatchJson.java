package fr.hubee.api.folder;

import fr.hubee.folder.status.FolderStatus;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** What a transmitter may change of a folder. */
public record FolderPatchJson(@NotNull FolderStatus globalStatus, Instant closeDateTime) {}
