package fr.hubee.directory.overview;

import fr.hubee.directory.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * The change that a merge made to a subscription.
 *
 * @param moved to the successor; otherwise it ended
 * @param status before the merge, with the end that it may have had
 * @param version after the merge
 */
record MergedSubscription(UUID id, boolean moved, SubscriptionStatus status, Instant endedAt, long version) {}
