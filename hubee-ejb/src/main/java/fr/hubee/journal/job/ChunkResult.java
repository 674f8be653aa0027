package fr.hubee.journal.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The result of processing a page of due items by a service that manages its own transactions.
 *
 * @param done how many were processed
 * @param failed those to be retried, with the reason
 */
public record ChunkResult(long done, List<FailedItem> failed) {
    public static ChunkResult all(long done) {
        return new ChunkResult(done, List.of());
    }

    public static ChunkResult of(long done, Map<UUID, Exception> failed) {
        return new ChunkResult(
                done,
                failed.entrySet().stream()
                        .map(each -> FailedItem.of(each.getKey(), each.getValue()))
                        .toList());
    }
}
