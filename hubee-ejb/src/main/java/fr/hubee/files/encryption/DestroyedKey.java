package fr.hubee.files.encryption;

import java.util.UUID;

/** A destroyed data key, and its owner. */
public record DestroyedKey(String id, UUID owner) {}
