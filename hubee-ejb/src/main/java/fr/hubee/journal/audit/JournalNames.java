package fr.hubee.journal.audit;

import java.util.Map;

/**
 * The names behind the identifiers in some lines of the journal; those of deleted objects are missing.
 *
 * @param people by their login
 * @param organizations names by their keys, as text
 * @param processes names by their codes
 * @param objects by their identifiers
 */
public record JournalNames(
        Map<String, Person> people,
        Map<String, String> organizations,
        Map<String, String> processes,
        Map<String, Named> objects) {

    /** @param organization its key, as text */
    public record Person(String name, String organization) {}

    /** The kinds of objects that have an identifier without meaning. */
    public enum Kind {
        FOLDER,
        CASE,
        ATTACHMENT,
        SUBSCRIPTION,
        ACCOUNT
    }

    /**
     * @param name the number of a télédossier, for an attachment that of its télédossier; the name of a person; the
     *     code of the démarche of a subscription
     * @param organization the key of the recipient, the subscriber or the employer, as text; null when there is none
     */
    public record Named(Kind kind, String name, String organization) {}
}
