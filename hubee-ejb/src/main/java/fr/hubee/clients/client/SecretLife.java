package fr.hubee.clients.client;

import java.time.Instant;

/** @param expiresAt null while no end is set */
public record SecretLife(Instant createdAt, Instant expiresAt) {}
