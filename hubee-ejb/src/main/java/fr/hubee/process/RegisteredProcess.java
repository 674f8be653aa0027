package fr.hubee.process;

import java.time.Instant;

/** A démarche as the catalogue holds it. */
public record RegisteredProcess(String code, ProcessDetails details, Instant createdAt, Instant updatedAt) {}
