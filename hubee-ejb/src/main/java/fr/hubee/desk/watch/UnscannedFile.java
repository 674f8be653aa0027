package fr.hubee.desk.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that the antivirus has not scanned yet: it is not delivered.
 *
 * @param folderNumber its operator's number
 */
public record UnscannedFile(UUID id, String processCode, String folderNumber, Instant receivedAt) {}
