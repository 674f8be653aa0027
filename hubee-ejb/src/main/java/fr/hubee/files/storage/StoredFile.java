package fr.hubee.files.storage;

/** A readable file: names from the transmitter, bytes in the store. */
public record StoredFile(String fileName, String mimeType, StoredBlob blob) {}
