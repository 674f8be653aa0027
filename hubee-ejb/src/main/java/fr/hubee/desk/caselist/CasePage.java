package fr.hubee.desk.caselist;

import java.util.List;

/**
 * One page of the list.
 *
 * @param previous cursor of the previous page; null on the first
 * @param next cursor of the next page; null on the last
 */
public record CasePage(List<CaseLine> lines, CaseCursor previous, CaseCursor next) {

    /** @param read in the order of the list, with one line more than the page when there is one */
    static CasePage of(List<CaseLine> read, CaseFilter filter) {
        boolean more = read.size() > filter.size();
        boolean backwards = filter.isBackwards();
        var lines = more ? (backwards ? read.subList(1, read.size()) : read.subList(0, filter.size())) : read;
        if (lines.isEmpty()) {
            return new CasePage(List.of(), null, null);
        }
        boolean before = backwards ? more : filter.cursor() != null;
        boolean after = backwards || more;
        return new CasePage(
                List.copyOf(lines),
                before ? CaseCursor.of(lines.get(0), filter.sort()).backwards(true) : null,
                after ? CaseCursor.of(lines.get(lines.size() - 1), filter.sort()) : null);
    }
}
