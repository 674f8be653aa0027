package fr.hubee.folder;

/**
 * A file as it is announced, before its bytes come.
 *
 * @param type the functional type
 * @param size in bytes
 */
public record NewAttachment(String fileName, String type, long size, String mimeType) {}
