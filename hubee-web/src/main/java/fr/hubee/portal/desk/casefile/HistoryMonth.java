package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.HistoryEntry;
import fr.hubee.kernel.shared.Paris;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The events of a month, « novembre 2026 », newest first. */
public record HistoryMonth(String label, List<HistoryEntry> entries) {
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    static List<HistoryMonth> of(List<HistoryEntry> newestFirst) {
        var months = new LinkedHashMap<YearMonth, List<HistoryEntry>>();
        for (var entry : newestFirst) {
            months.computeIfAbsent(YearMonth.from(entry.at().atZone(Paris.ZONE)), month -> new ArrayList<>())
                    .add(entry);
        }
        return months.entrySet().stream()
                .map(month -> new HistoryMonth(LABEL.format(month.getKey()), List.copyOf(month.getValue())))
                .toList();
    }
}
