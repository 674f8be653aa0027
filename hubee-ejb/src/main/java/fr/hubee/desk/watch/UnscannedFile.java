package fr.hubee.desk.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * A file for which the antivirus has had no answer yet: nobody gets it.
 *
 * @param folderNumber its operator's number
 */
public record UnscannedFile(UUID id, String processCode, String folderNumber, Instant receivedAt) {}
