package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Page;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.function.Function;

/** Reads a page by a query whose last column counts the lines of all pages. */
final class CountedLines {
    private CountedLines() {}

    /** @param line makes a line of the columns */
    static <T> Page<T> page(Query query, int offset, Function<Object[], T> line) {
        var lines = new ArrayList<T>();
        long total = 0;
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            lines.add(line.apply(columns));
            total = (Long) columns[columns.length - 1];
        }
        return new Page<>(lines, offset, total);
    }
}
