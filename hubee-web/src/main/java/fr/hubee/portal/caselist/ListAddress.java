package fr.hubee.portal.caselist;

import fr.hubee.caselist.CaseCursor;
import fr.hubee.caselist.CaseFilter;
import fr.hubee.caselist.CaseSort;
import fr.hubee.caselist.CaseTab;
import fr.hubee.caselist.ListedProcess;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The address of the list, which holds all of its state: it can be saved, sent and reopened.
 *
 * @param misunderstood one sentence for each ignored parameter
 */
public record ListAddress(CaseFilter filter, List<String> misunderstood) {
    static final String PATH = "/teledossiers";
    static final List<Integer> SIZES = List.of(10, 20, 50, 100);

    private static final int USUAL_SIZE = 20;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_PROCESSES = 200;

    /** @param usual the tab when the address has none */
    static ListAddress read(Map<String, String[]> parameters, CaseTab usual) {
        return new Reader(parameters).read(usual);
    }

    /** The list that a form came from; the text may be forged. */
    static String parse(String path) {
        return of(filter(path));
    }

    /** The filter of a list's address; the address may be forged. */
    public static CaseFilter filter(String path) {
        Map<String, List<String>> parameters = new HashMap<>();
        var query = path == null || path.indexOf('?') < 0 ? "" : path.substring(path.indexOf('?') + 1);
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters
                        .computeIfAbsent(parts[0], unknown -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        var read = new HashMap<String, String[]>();
        parameters.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return read(read, CaseTab.ALL).filter();
    }

    /**
     * The part of a list's address that may be saved: not the name searched for, since that person's télédossier will
     * be deleted.
     */
    public static String toKeep(String path) {
        return query(kept(path));
    }

    /** The same, in words. */
    public static List<String> words(String path, List<ListedProcess> processes) {
        return new FilterWords(kept(path), processes).lines();
    }

    private static CaseFilter kept(String path) {
        return filter(path).searching(null);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            return "";
        }
    }

    /** The address of that filter, page included. */
    static String of(CaseFilter filter) {
        var cursor = filter.cursor();
        return PATH
                + query(filter)
                + (cursor == null
                        ? ""
                        : "&" + (cursor.backwards() ? ListParameter.BEFORE : ListParameter.AFTER) + "="
                                + cursor.text());
    }

    /** The parameters of the filter only. */
    static String query(CaseFilter filter) {
        var query = new StringJoiner("&", "?", "");
        query.add(pair(ListParameter.TAB, ListParameter.of(filter.tab())));
        new TreeSet<>(filter.processCodes()).forEach(code -> query.add(pair(ListParameter.PROCESS, code)));
        add(query, ListParameter.FROM, filter.from());
        add(query, ListParameter.TO, filter.to());
        add(query, ListParameter.TEXT, filter.text());
        if (filter.sort() != CaseSort.TRANSMITTED || !filter.descending()) {
            query.add(pair(ListParameter.SORT, ListParameter.of(filter.sort(), filter.descending())));
        }
        if (filter.size() != USUAL_SIZE) {
            query.add(pair(ListParameter.SIZE, filter.size()));
        }
        return query.toString();
    }

    private static void add(StringJoiner query, String name, Object value) {
        if (value != null) {
            query.add(pair(name, value));
        }
    }

    private static String pair(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** Reads an address that may be typed by hand. */
    private static final class Reader {
        private final Map<String, String[]> parameters;
        private final List<String> misunderstood = new ArrayList<>();

        Reader(Map<String, String[]> parameters) {
            this.parameters = parameters;
        }

        ListAddress read(CaseTab usual) {
            var text = text();
            var order = first(ListParameter.SORT).orElse(ListParameter.of(CaseSort.TRANSMITTED, true));
            var sort = ListParameter.sort(order);
            if (sort.isEmpty()) {
                misunderstood.add("Ce tri n’existe pas : les plus récents viennent en premier.");
            }
            var from = day(ListParameter.FROM);
            var to = day(ListParameter.TO);
            if (from != null && to != null && from.isAfter(to)) {
                misunderstood.add("La période finit avant de commencer : aucun télédossier ne peut y être.");
            }
            var tab = tab(text == null ? usual : CaseTab.ALL);
            var filter = new CaseFilter(
                    tab,
                    processes(),
                    from,
                    to,
                    text,
                    sort.orElse(CaseSort.TRANSMITTED),
                    sort.isEmpty() || order.equals(ListParameter.of(sort.get(), true)),
                    size(),
                    cursor());
            return new ListAddress(filter, List.copyOf(misunderstood));
        }

        private CaseTab tab(CaseTab usual) {
            var word = first(ListParameter.TAB);
            var tab = word.flatMap(ListParameter::tab);
            if (word.isPresent() && tab.isEmpty()) {
                misunderstood.add("Ce statut n’existe pas : la liste en montre un autre.");
            }
            return tab.orElse(usual);
        }

        private Set<String> processes() {
            var codes = new TreeSet<String>();
            Stream.of(parameters.getOrDefault(ListParameter.PROCESS, new String[0]))
                    .filter(code -> !code.isBlank())
                    .limit(MOST_PROCESSES)
                    .forEach(codes::add);
            return codes;
        }

        /** Years have four digits in the database. */
        private LocalDate day(String name) {
            var text = first(name);
            if (text.isEmpty()) {
                return null;
            }
            try {
                var day = LocalDate.parse(text.get());
                if (day.getYear() >= 1000 && day.getYear() <= 9999) {
                    return day;
                }
            } catch (DateTimeParseException forged) {
                // reported below
            }
            misunderstood.add("Une date de la période n’est pas une date : elle ne compte pas.");
            return null;
        }

        private String text() {
            var text = first(ListParameter.TEXT).map(String::strip).orElse("");
            if (text.length() > LONGEST_TEXT) {
                misunderstood.add("La recherche est trop longue : " + LONGEST_TEXT + " caractères au plus.");
                text = text.substring(0, LONGEST_TEXT);
            }
            return text.isEmpty() ? null : text;
        }

        private int size() {
            var text = first(ListParameter.SIZE);
            var size = text.flatMap(wanted ->
                    SIZES.stream().filter(each -> wanted.equals("" + each)).findFirst());
            if (text.isPresent() && size.isEmpty()) {
                misunderstood.add("Une page montre 10, 20, 50 ou 100 télédossiers.");
            }
            return size.orElse(USUAL_SIZE);
        }

        private CaseCursor cursor() {
            boolean backwards = first(ListParameter.BEFORE).isPresent();
            var text = first(backwards ? ListParameter.BEFORE : ListParameter.AFTER);
            var cursor = text.flatMap(each -> CaseCursor.parse(backwards, each));
            if (text.isPresent() && cursor.isEmpty()) {
                misunderstood.add("Cette page de la liste n’existe pas : vous êtes revenu à la première.");
            }
            return cursor.orElse(null);
        }

        private Optional<String> first(String name) {
            return Stream.of(parameters.getOrDefault(name, new String[0]))
                    .filter(value -> !value.isBlank())
                    .findFirst();
        }
    }
}
