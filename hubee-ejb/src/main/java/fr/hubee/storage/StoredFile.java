package fr.hubee.storage;

/** A file that can be read: its names are the transmitter's, its bytes are in the store. */
public record StoredFile(String fileName, String mimeType, StoredBlob blob) {}
