package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.portal.desk.caselist.ListAddress.ListParameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the address of a list, which may be typed by hand. */
final class ListReader {
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_PROCESSES = 200;

    private final Map<String, String[]> parameters;
    private final List<String> misunderstood = new ArrayList<>();

    ListReader(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    ListAddress read(CaseTab usual) {
        var text = text();
        var order = first(ListParameter.SORT).orElse(ListParameter.of(CaseSort.TRANSMITTED, true));
        var sort = ListParameter.sort(order);
        if (sort.isEmpty()) {
            misunderstood.add("Ce tri n’existe pas : les plus récents viennent en premier.");
        }
        var transmitted = days(ListParameter.FROM, ListParameter.TO);
        var changed = days(ListParameter.CHANGED_FROM, ListParameter.CHANGED_TO);
        var tab = tab(text == null ? usual : CaseTab.ALL);
        var filter = new CaseFilter(
                tab,
                processes(),
                transmitted,
                changed,
                text,
                sort.orElse(CaseSort.TRANSMITTED),
                sort.isEmpty() || order.equals(ListParameter.of(sort.get(), true)),
                size(),
                cursor(),
                new CaseScope(
                        first(ListParameter.WHOSE)
                                .filter(ListParameter.MINE::equals)
                                .isPresent(),
                        announced(),
                        service(),
                        passed()));
        return new ListAddress(filter, misunderstood.stream().distinct().toList());
    }

    private UUID announced() {
        var text = first(ListParameter.ANNOUNCED);
        try {
            return text.map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException invalid) {
            misunderstood.add("Le lien de ce courriel est incomplet : la liste montre aussi d’autres télédossiers.");
            return null;
        }
    }

    private OrganizationKey service() {
        var text = first(ListParameter.SERVICE);
        var service = text.flatMap(OrganizationKey::parse);
        if (text.isPresent() && service.isEmpty()) {
            misunderstood.add("Ce service n’existe pas : la liste montre tous les services.");
        }
        return service.orElse(null);
    }

    private PassedMilestone passed() {
        var word = first(ListParameter.MILESTONE);
        if (word.isEmpty()) {
            return null;
        }
        var milestone = word.flatMap(ListParameter::milestone);
        var days = days(ListParameter.PASSED_FROM, ListParameter.PASSED_TO);
        if (milestone.isEmpty() || !isMonth(days)) {
            misunderstood.add(
                    "Le lien de ces statistiques est incomplet : la liste montre aussi d’autres télédossiers.");
            return null;
        }
        return new PassedMilestone(milestone.get(), days);
    }

    /** Whether the days are a month at most: such a search reads case by case. */
    private static boolean isMonth(Days days) {
        return days.from() != null
                && days.to() != null
                && !days.to().isAfter(days.from().plusMonths(1));
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

    private Days days(String from, String to) {
        var days = new Days(day(from), day(to));
        if (days.isReversed()) {
            misunderstood.add("La période finit avant de commencer : aucun télédossier ne peut y être.");
        }
        return days;
    }

    /** Returns the day; years have four digits in the database. */
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
        } catch (DateTimeParseException invalid) {
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
        var size = text.flatMap(wanted -> ListAddress.SIZES.stream()
                .filter(each -> wanted.equals("" + each))
                .findFirst());
        if (text.isPresent() && size.isEmpty()) {
            misunderstood.add("Une page montre 10, 20, 50 ou 100 télédossiers.");
        }
        return size.orElse(ListAddress.USUAL_SIZE);
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
