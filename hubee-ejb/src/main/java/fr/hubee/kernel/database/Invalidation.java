package fr.hubee.kernel.database;

/**
 * Announces that data read before may be out of date. The node that writes fires it within its transaction, for itself; the listener fires
 * it without one, for what other nodes wrote. Observers wait for the end of the transaction ({@code AFTER_COMPLETION}): the node that wrote
 * has then forgotten the old data before its caller has an answer.
 *
 * @param key the changed data; null for any
 */
public record Invalidation(Subject subject, String key) {}
