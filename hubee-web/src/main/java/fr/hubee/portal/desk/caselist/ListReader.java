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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        var sort = read(
                ListParameter.SORT, ListParameter::sort, "Ce tri n’existe pas : les plus récents viennent en premier.");
        var by = sort.orElse(CaseSort.TRANSMITTED);
        boolean newestFirst = sort.isEmpty()
                || first(ListParameter.SORT)
                        .filter(ListParameter.of(by, true)::equals)
                        .isPresent();
        var transmitted = days(ListParameter.FROM, ListParameter.TO);
        var changed = days(ListParameter.CHANGED_FROM, ListParameter.CHANGED_TO);
        var tab = read(ListParameter.TAB, ListParameter::tab, "Ce statut n’existe pas : la liste en montre un autre.");
        var filter = new CaseFilter(
                tab.orElse(text == null ? usual : CaseTab.ALL),
                processes(),
                transmitted,
                changed,
                text,
                by,
                newestFirst,
                size(),
                cursor(),
                scope());
        return new ListAddress(filter, misunderstood.stream().distinct().toList());
    }

    /** Returns the value of a parameter; one that makes no sense is reported and ignored. */
    private <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String problem) {
        var text = first(name);
        var value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            misunderstood.add(problem);
        }
        return value;
    }

    private CaseScope scope() {
        boolean mine =
                first(ListParameter.WHOSE).filter(ListParameter.MINE::equals).isPresent();
        var announced = read(
                ListParameter.ANNOUNCED,
                ListReader::identifier,
                "Le lien de ce courriel est incomplet : la liste montre aussi d’autres télédossiers.");
        var service = read(
                ListParameter.SERVICE,
                OrganizationKey::parse,
                "Ce service n’existe pas : la liste montre tous les services.");
        return new CaseScope(mine, announced.orElse(null), service.orElse(null), passed());
    }

    private static Optional<UUID> identifier(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
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

    private Set<String> processes() {
        return Stream.of(parameters.getOrDefault(ListParameter.PROCESS, new String[0]))
                .filter(code -> !code.isBlank())
                .limit(MOST_PROCESSES)
                .collect(Collectors.toSet());
    }

    private Days days(String from, String to) {
        var days = new Days(day(from), day(to));
        if (days.isReversed()) {
            misunderstood.add("La période finit avant de commencer : aucun télédossier ne peut y être.");
        }
        return days;
    }

    private LocalDate day(String name) {
        return read(name, ListReader::date, "Une date de la période n’est pas une date : elle ne compte pas.")
                .orElse(null);
    }

    /** Returns a day whose year has four digits, as in the database. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1000 && day.getYear() <= 9999);
        } catch (DateTimeParseException invalid) {
            return Optional.empty();
        }
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
        return read(
                        ListParameter.SIZE,
                        text -> ListAddress.SIZES.stream()
                                .filter(each -> text.equals("" + each))
                                .findFirst(),
                        "Une page montre 10, 20, 50 ou 100 télédossiers.")
                .orElse(ListAddress.USUAL_SIZE);
    }

    private CaseCursor cursor() {
        boolean backwards = first(ListParameter.BEFORE).isPresent();
        return read(
                        backwards ? ListParameter.BEFORE : ListParameter.AFTER,
                        text -> CaseCursor.parse(backwards, text),
                        "Cette page de la liste n’existe pas : vous êtes revenu à la première.")
                .orElse(null);
    }

    private Optional<String> first(String name) {
        return Stream.of(parameters.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
