package fr.hubee.it.portal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the portal shows of each démarche in each situation, as a text: each line of a page once, followed by who sees it when. Démarches
 * that show the same are one group.
 */
final class DemarcheTable {
    private static final String PLACE = "== ";
    private static final String WHERE = "    ";
    private static final String EVERYWHERE = "toujours";
    private static final String ALL_GROUPS = "toutes";
    private static final Pattern GROUP = Pattern.compile("([A-Z]) = (.*)");
    private static final Pattern GROUPS_AND_SITUATIONS = Pattern.compile(WHERE + "([^:]+) : (.*)");

    /** A line that a page shows of one démarche in one situation. */
    record ShownLine(String process, String situation, String place, String text) {
        String line() {
            return PLACE + place + "\n" + text;
        }
    }

    private final Set<ShownLine> shown = new LinkedHashSet<>();

    /** The lines of each place, in the order of the pages. */
    private final Map<String, List<String>> order = new LinkedHashMap<>();

    /** Adds the lines of a page, in its order: a new one comes after the one that it follows there. */
    void add(String process, String situation, List<PageLines.PageLine> page) {
        var before = new TreeMap<String, String>();
        for (var line : page) {
            var lines = order.computeIfAbsent(line.place(), place -> new ArrayList<>());
            if (!lines.contains(line.text())) {
                lines.add(lines.indexOf(before.get(line.place())) + 1, line.text());
            }
            before.put(line.place(), line.text());
            shown.add(new ShownLine(process, situation, line.place(), line.text()));
        }
    }

    /** Returns the text, to be read by {@link #read}. */
    String text(String introduction, List<String> situations) {
        var groups = groups();
        var letters = new LinkedHashMap<String, String>();
        groups.forEach(group -> group.forEach(process -> letters.put(process, letter(groups.indexOf(group)))));
        var text = new StringBuilder(introduction);
        groups.forEach(group -> text.append(letters.get(group.get(0)))
                .append(" = ")
                .append(String.join(" ", group))
                .append('\n'));
        var all = new LinkedHashSet<>(letters.values());
        var byLine = shown.stream().collect(groupingBy(ShownLine::line));
        order.forEach((place, lines) -> {
            text.append('\n').append(PLACE).append(place).append('\n');
            lines.forEach(line -> text.append(line)
                    .append('\n')
                    .append(where(byLine.get(PLACE + place + "\n" + line), letters, all, situations)));
        });
        return text.toString();
    }

    private static String where(
            Collection<ShownLine> seen, Map<String, String> letters, Set<String> all, List<String> situations) {
        var byGroup = seen.stream()
                .collect(groupingBy(
                        each -> letters.get(each.process()),
                        TreeMap::new,
                        mapping(ShownLine::situation, toCollection(LinkedHashSet::new))));
        var bySituations = new LinkedHashMap<Set<String>, Set<String>>();
        byGroup.forEach((group, when) -> bySituations
                .computeIfAbsent(when, none -> new LinkedHashSet<>())
                .add(group));
        return bySituations.entrySet().stream()
                .map(each -> WHERE + (each.getValue().equals(all) ? ALL_GROUPS : String.join(" ", each.getValue()))
                        + " : "
                        + (each.getKey().containsAll(situations) ? EVERYWHERE : String.join(" · ", each.getKey()))
                        + "\n")
                .collect(joining());
    }

    /** Returns the démarches that show the same, together. */
    private List<List<String>> groups() {
        var pages = shown.stream()
                .collect(groupingBy(
                        ShownLine::process,
                        LinkedHashMap::new,
                        mapping(each -> each.situation() + each.line(), toCollection(LinkedHashSet::new))));
        var groups = new LinkedHashMap<Set<String>, List<String>>();
        pages.forEach((process, lines) ->
                groups.computeIfAbsent(lines, none -> new ArrayList<>()).add(process));
        return List.copyOf(groups.values());
    }

    private static String letter(int group) {
        return String.valueOf((char) ('A' + group));
    }

    /** Reads what {@link #text} wrote. */
    static DemarcheTable read(List<String> text, List<String> situations) {
        var table = new DemarcheTable();
        var groups = new LinkedHashMap<String, List<String>>();
        var place = "";
        var line = "";
        for (var each : text) {
            var group = GROUP.matcher(each);
            var where = GROUPS_AND_SITUATIONS.matcher(each);
            if (each.startsWith(PLACE)) {
                place = each.substring(PLACE.length());
            } else if (group.matches() && place.isEmpty()) {
                groups.put(group.group(1), List.of(group.group(2).split(" ")));
            } else if (where.matches() && !line.isEmpty()) {
                table.addAll(groups, situations, where.group(1), where.group(2), place, line);
            } else {
                line = each;
            }
        }
        return table;
    }

    private void addAll(
            Map<String, List<String>> groups,
            List<String> situations,
            String letters,
            String when,
            String place,
            String line) {
        var chosen = letters.equals(ALL_GROUPS) ? groups.keySet() : Set.of(letters.split(" "));
        var moments = when.equals(EVERYWHERE) ? situations : List.of(when.split(" · "));
        for (var letter : chosen) {
            for (var process : groups.getOrDefault(letter, List.of())) {
                moments.forEach(moment -> shown.add(new ShownLine(process, moment, place, line)));
            }
        }
    }

    /** Returns the lines that only one of two tables has, with their démarches and situations; empty for none. */
    static String differences(DemarcheTable written, DemarcheTable now) {
        return missing("no longer shown", written, now) + missing("not in the table", now, written);
    }

    private static String missing(String what, DemarcheTable of, DemarcheTable other) {
        return of.shown.stream()
                .filter(each -> !other.shown.contains(each))
                .collect(groupingBy(
                        each -> what + " — " + each.place() + " — " + each.text(),
                        LinkedHashMap::new,
                        groupingBy(
                                ShownLine::process, LinkedHashMap::new, mapping(ShownLine::situation, joining(" · ")))))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "\n"
                        + each.getValue().entrySet().stream()
                                .map(process -> WHERE + process.getKey() + " : " + process.getValue() + "\n")
                                .collect(joining()))
                .collect(joining());
    }
}
