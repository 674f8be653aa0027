package fr.hubee.desk.caselist;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short names of démarches among the words of a search: « AEC Dupont » searches Dupont in one démarche. */
final class ShortNames {
    private ShortNames() {}

    /**
     * Returns the filter with these démarches instead of these words. A short name stays a word where the filter leaves its démarche out.
     *
     * @param filter with a text
     */
    static CaseFilter in(CaseFilter filter, List<ListedProcess> processes) {
        var offered = processes.stream()
                .filter(process -> process.shortName() != null)
                .filter(process ->
                        filter.processCodes().isEmpty() || filter.processCodes().contains(process.code()))
                .toList();
        var named = words(filter).flatMap(word -> called(word, offered)).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return filter;
        }
        var rest = words(filter)
                .filter(word -> called(word, offered).findAny().isEmpty())
                .collect(Collectors.joining(" "));
        return filter.of(Set.copyOf(named)).searching(rest.isEmpty() ? null : rest);
    }

    private static Stream<String> words(CaseFilter filter) {
        return Stream.of(filter.text().strip().split("\\s+", -1));
    }

    private static Stream<String> called(String word, List<ListedProcess> processes) {
        return processes.stream()
                .filter(process -> process.shortName().equalsIgnoreCase(word))
                .map(ListedProcess::code);
    }
}
