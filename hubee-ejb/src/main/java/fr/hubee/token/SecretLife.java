package fr.hubee.token;

import java.time.Instant;

/** @param expiresAt null while no end is set */
public record SecretLife(Instant createdAt, Instant expiresAt) {}
