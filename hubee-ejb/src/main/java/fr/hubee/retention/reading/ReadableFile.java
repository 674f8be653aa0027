package fr.hubee.retention.reading;

import java.io.Serializable;
import java.util.UUID;

/** A stored file, as its row describes it. */
public record ReadableFile(UUID id, String blobKey, long size, String sha256) implements Serializable {}
