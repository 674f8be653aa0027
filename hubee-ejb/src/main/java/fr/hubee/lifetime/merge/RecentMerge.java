package fr.hubee.lifetime.merge;

import java.util.Optional;

/** @param refusal why it cannot be undone, in French */
public record RecentMerge(KnownMerge merge, Optional<String> refusal) {
    public boolean isReversible() {
        return refusal.isEmpty();
    }
}
