package fr.hubee.files.encryption;

import java.util.UUID;

/** A data key that is no more, and whose it was. */
public record DestroyedKey(String id, UUID owner) {}
