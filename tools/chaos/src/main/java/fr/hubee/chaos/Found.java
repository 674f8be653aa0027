package fr.hubee.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of the hub after the last fault, when all queues are empty.
 *
 * @param folders by external identifier
 * @param files SHA-256 in hexadecimal of the bytes that the recipient is served, by identifier
 * @param texts of the history, by identifier of the case, in its order
 * @param logs identifiers of the events of each party, in the order of the log
 * @param acts of the journal: the action, a space, the identifier of what it was done to
 * @param unproven the receipts, or the journal, that do not verify
 * @param former the cases that the release before has transmitted: its journal does not say so
 */
record Found(
        Map<String, List<Folder>> folders,
        Map<String, String> files,
        Map<String, List<Text>> texts,
        Map<String, List<String>> logs,
        List<String> acts,
        List<String> unproven,
        Set<String> former) {

    /**
     * A folder of one case.
     *
     * @param complete whether its recipient may see it
     * @param due whether its files are to be purged
     */
    record Folder(String folderId, String caseId, String town, boolean complete, String caseStatus, boolean due) {}

    /**
     * An entry of the history of a case.
     *
     * @param text of the author of the entry: each has another one; null for what the portal writes by itself, and for what is not sent
     * @param from the status before it
     * @param status that it set; null for none
     */
    record Text(String eventId, String text, String from, String status) {}
}
