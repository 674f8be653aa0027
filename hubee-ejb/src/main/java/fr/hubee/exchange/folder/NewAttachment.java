package fr.hubee.exchange.folder;

/**
 * A file as announced, before its bytes are sent.
 *
 * @param type the functional type
 * @param size in bytes
 */
public record NewAttachment(String fileName, String type, long size, String mimeType) {}
