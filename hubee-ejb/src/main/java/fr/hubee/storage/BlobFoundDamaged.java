package fr.hubee.storage;

/** Fired once bytes were read that are not those that were received; nobody has got them whole. */
public record BlobFoundDamaged(BlobKey key, FileDamage damage) {}
