package fr.hubee.directory.process;

import java.time.Instant;

/** A démarche of the catalogue. */
public record RegisteredProcess(String code, ProcessDetails details, Instant createdAt, Instant updatedAt) {}
