package fr.hubee.desk.digest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The content of a digest: how many télédossiers, each counted once, and since when; no case numbers. */
record DigestContent(List<DigestLine> lines) {

    DigestContent {
        lines = List.copyOf(lines);
    }

    /** Returns the content of a mail: a new télédossier counts as new only, even if it has changed since; empty lines are left out. */
    static DigestContent of(Collection<DigestItem> items) {
        var fresh = cases(items);
        var byNovelty = items.stream()
                .filter(item -> item.novelty() == Novelty.NEW || !fresh.contains(item.caseId()))
                .collect(Collectors.groupingBy(DigestItem::novelty));
        return new DigestContent(Stream.of(Novelty.values())
                .filter(byNovelty::containsKey)
                .map(novelty -> Map.entry(novelty, byNovelty.get(novelty)))
                .map(entry -> DigestLine.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Set<UUID> cases(Collection<DigestItem> items) {
        return items.stream()
                .filter(item -> item.novelty() == Novelty.NEW)
                .map(DigestItem::caseId)
                .collect(Collectors.toSet());
    }
}
