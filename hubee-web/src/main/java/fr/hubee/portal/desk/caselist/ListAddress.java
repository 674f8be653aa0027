package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.portal.page.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of the list, which holds all of its state: it can be saved, sent and reopened.
 *
 * @param misunderstood one sentence for each ignored parameter
 */
public record ListAddress(CaseFilter filter, List<String> misunderstood) {
    static final String PATH = "/teledossiers";
    static final List<Integer> SIZES = List.of(10, 20, 50, 100);

    static final int USUAL_SIZE = 20;

    /** @param usual the tab when the address has none */
    static ListAddress read(Map<String, String[]> parameters, CaseTab usual) {
        return new ListReader(parameters).read(usual);
    }

    /** Returns the same list for a user of one service only, who need not choose it. */
    ListAddress ofAnyService() {
        var scope = filter.scope();
        return new ListAddress(
                filter.in(new CaseScope(scope.mine(), scope.announced(), null, scope.passed())), misunderstood);
    }

    public static String of(String process, CaseMilestone milestone, Days days) {
        var scope = new CaseScope(false, null, null, new PassedMilestone(milestone, days));
        return of(new CaseFilter(
                        CaseTab.ALL, Set.of(process), null, null, null, CaseSort.TRANSMITTED, true, USUAL_SIZE, null)
                .in(scope));
    }

    /** Returns the filter of a list's address; the address may be forged. */
    public static CaseFilter filter(String path) {
        var query = path == null || path.indexOf('?') < 0 ? "" : path.substring(path.indexOf('?') + 1);
        var parameters = Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> new String[] {decoded(pair[1])}, ListAddress::together));
        return read(parameters, CaseTab.ALL).filter();
    }

    private static String[] together(String[] some, String[] more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /**
     * Returns the part of a list's address that may be saved: not the name searched for, since that person's télédossier will be deleted,
     * nor the mail or the figure that led there, nor one service, which may be merged into another.
     */
    public static String toKeep(String path) {
        return query(kept(path));
    }

    /**
     * Returns the part of a filter with which the list opens the next time; null for the usual one. Status, days and « Les miens » are left
     * out: they would hide what has just arrived.
     *
     * @param codes of the démarches that are hers
     */
    static String toRemember(CaseFilter filter, Set<String> codes) {
        var query = new Address("");
        for (var code : new TreeSet<>(filter.processCodes())) {
            query = codes.contains(code) ? query.with(ListParameter.PROCESS, code) : query;
        }
        var text = query.with(ListParameter.SORT, sort(filter))
                .with(ListParameter.SIZE, size(filter))
                .text();
        return text.isEmpty() ? null : text;
    }

    /** Returns null for the usual order. */
    private static String sort(CaseFilter filter) {
        boolean usual = filter.sort() == CaseSort.TRANSMITTED && filter.descending();
        return usual ? null : ListParameter.of(filter.sort(), filter.descending());
    }

    /** Returns null for the usual number of lines. */
    private static Integer size(CaseFilter filter) {
        return filter.size() == USUAL_SIZE ? null : filter.size();
    }

    public static List<String> words(String path, List<ListedProcess> processes) {
        return new ListForm(kept(path), processes).words();
    }

    private static CaseFilter kept(String path) {
        var filter = filter(path);
        return filter.searching(null).in(new CaseScope(filter.scope().mine(), null, null, null));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            return "";
        }
    }

    static String of(CaseFilter filter) {
        var cursor = filter.cursor();
        var address = new Address(PATH + query(filter));
        return cursor == null
                ? address.text()
                : address.with(cursor.backwards() ? ListParameter.BEFORE : ListParameter.AFTER, cursor.text())
                        .text();
    }

    static String query(CaseFilter filter) {
        var query = new Address("").with(ListParameter.TAB, ListParameter.of(filter.tab()));
        for (var code : new TreeSet<>(filter.processCodes())) {
            query = query.with(ListParameter.PROCESS, code);
        }
        var scope = filter.scope();
        var passed = scope.passed();
        return query.with(ListParameter.FROM, filter.transmitted().from())
                .with(ListParameter.TO, filter.transmitted().to())
                .with(ListParameter.CHANGED_FROM, filter.changed().from())
                .with(ListParameter.CHANGED_TO, filter.changed().to())
                .with(ListParameter.TEXT, filter.text())
                .with(ListParameter.WHOSE, scope.mine() ? ListParameter.MINE : null)
                .with(ListParameter.ANNOUNCED, scope.announced())
                .with(ListParameter.SERVICE, scope.service())
                .with(ListParameter.MILESTONE, passed == null ? null : ListParameter.of(passed.milestone()))
                .with(
                        ListParameter.PASSED_FROM,
                        passed == null ? null : passed.days().from())
                .with(
                        ListParameter.PASSED_TO,
                        passed == null ? null : passed.days().to())
                .with(ListParameter.SORT, sort(filter))
                .with(ListParameter.SIZE, size(filter))
                .text();
    }

    static final class ListParameter {
        static final String TAB = "statut";
        static final String PROCESS = "demarche";
        static final String FROM = "du";
        static final String TO = "au";
        static final String CHANGED_FROM = "modifie-du";
        static final String CHANGED_TO = "modifie-au";
        static final String TEXT = "recherche";
        static final String WHOSE = "qui";
        static final String MINE = "moi";
        static final String ANNOUNCED = "annonce";
        static final String SERVICE = "service";
        static final String MILESTONE = "etape";
        static final String PASSED_FROM = "etape-du";
        static final String PASSED_TO = "etape-au";
        static final String SORT = "tri";
        static final String SIZE = "lignes";

        /** Says that she sends the form of filters, or takes them away; no address of a list has it by itself. */
        static final String CHOSEN = "filtre";

        static final String AFTER = "apres";
        static final String BEFORE = "avant";

        private ListParameter() {}

        static String of(CaseTab tab) {
            return switch (tab) {
                case ALL -> "tous";
                case NEW -> "nouveaux";
                case RECEIVED -> "recus";
                case IN_PROGRESS -> "en-cours";
                case AWAITING -> "en-attente";
                case REFUSED -> "refuses";
                case DONE -> "traites";
                case CLOSED -> "clos";
                case ARCHIVED -> "archives";
                case INTEGRATION_ERROR -> "en-erreur";
            };
        }

        static Optional<CaseTab> tab(String word) {
            return Stream.of(CaseTab.values())
                    .filter(tab -> of(tab).equals(word))
                    .findFirst();
        }

        static String of(CaseMilestone milestone) {
            return switch (milestone) {
                case PICKED_UP_BY_PERSON -> "agent";
                case PICKED_UP_BY_SOFTWARE -> "logiciel";
                case ENDED -> "fin";
            };
        }

        static Optional<CaseMilestone> milestone(String word) {
            return Stream.of(CaseMilestone.values())
                    .filter(milestone -> of(milestone).equals(word))
                    .findFirst();
        }

        static String of(CaseSort sort, boolean descending) {
            var word = sort == CaseSort.UPDATED ? "modification" : "transmission";
            return descending ? word : word + "-croissante";
        }

        static Optional<CaseSort> sort(String word) {
            return Stream.of(CaseSort.values())
                    .filter(sort ->
                            of(sort, true).equals(word) || of(sort, false).equals(word))
                    .findFirst();
        }
    }
}
