package fr.hubee.files.encryption;

/**
 * A data key as the database has it.
 *
 * @param wrapped an encrypted key set of Tink, in base64
 * @param made whether the statement that asked for it has made it: it may be rolled back
 */
record WrappedKey(String id, String masterKey, String wrapped, boolean made) {}
