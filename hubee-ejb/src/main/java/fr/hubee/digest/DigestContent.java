package fr.hubee.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * The content of a digest: the number of télédossiers, each counted once; no case numbers.
 *
 * @param fresh new ones, changed since or not
 * @param changed those that existed before
 */
record DigestContent(long fresh, long changed) {

    static DigestContent of(Collection<DigestItem> items) {
        var fresh = cases(items, Novelty.NEW);
        var changed = cases(items, Novelty.CHANGED);
        changed.removeAll(fresh);
        return new DigestContent(fresh.size(), changed.size());
    }

    private static HashSet<UUID> cases(Collection<DigestItem> items, Novelty novelty) {
        var cases = new HashSet<UUID>();
        items.stream()
                .filter(item -> item.novelty() == novelty)
                .map(DigestItem::caseId)
                .forEach(cases::add);
        return cases;
    }

    /** One line per kind with a non-zero count. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        if (fresh > 0) {
            lines.add(Novelty.NEW.counted(fresh));
        }
        if (changed > 0) {
            lines.add(Novelty.CHANGED.counted(changed));
        }
        return List.copyOf(lines);
    }
}
