package fr.hubee.desk.casework;

import java.time.Instant;
import java.util.UUID;

/** A télédossier that waits for silent software. It names nobody: opening it is recorded. */
public record RescuableCase(
        UUID id, String externalId, String processCode, String processName, Instant transmittedAt) {}
