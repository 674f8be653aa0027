package fr.hubee.retention.reading;

import java.io.Serializable;
import java.util.UUID;

/** A stored file, with the metadata of its row. */
public record ReadableFile(UUID id, String blobKey, long size, String sha256) implements Serializable {}
