package fr.hubee.files.storage;

/** Fired when bytes that were read differ from what was received; they were not delivered completely. */
public record BlobFoundDamaged(BlobKey key, FileDamage damage) {}
