package fr.hubee.desk.caselist;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One page of the list.
 *
 * @param previous cursor of the previous page; null on the first
 * @param next cursor of the next page; null on the last
 * @param places where a search found lines that do not show its words; empty where they are not read
 */
public record CasePage(List<CaseLine> lines, CaseCursor previous, CaseCursor next, Map<UUID, FoundPlace> places) {

    CasePage found(Map<UUID, FoundPlace> elsewhere) {
        return new CasePage(lines, previous, next, elsewhere);
    }

    /** @param read in the order of the list, with one line more than the page when there is one */
    static CasePage of(List<CaseLine> read, CaseFilter filter) {
        boolean more = read.size() > filter.size();
        boolean backwards = filter.isBackwards();
        var lines = more ? (backwards ? read.subList(1, read.size()) : read.subList(0, filter.size())) : read;
        if (lines.isEmpty()) {
            return new CasePage(List.of(), null, null, Map.of());
        }
        boolean before = backwards ? more : filter.cursor() != null;
        boolean after = backwards || more;
        return new CasePage(
                List.copyOf(lines),
                before ? CaseCursor.of(lines.get(0), filter.sort()).backwards(true) : null,
                after ? CaseCursor.of(lines.get(lines.size() - 1), filter.sort()) : null,
                Map.of());
    }
}
