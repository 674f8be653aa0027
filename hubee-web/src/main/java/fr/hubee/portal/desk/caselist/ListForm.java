package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.portal.desk.caselist.ListAddress.ListParameter;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of the filter form. */
public record ListForm(CaseFilter filter, List<ListedProcess> processes) {

    public record Sort(String word, String label) {}

    public String tab() {
        return ListParameter.of(filter.tab());
    }

    public String scope() {
        return filter.tab() == CaseTab.ALL
                ? "dans tous"
                : "dans " + filter.tab().label();
    }

    /** Returns the folded filters that are used: « transmis depuis le 29/11/2026 ». */
    public String folded() {
        return Stream.of(between("transmis", filter.transmitted()), between("mis à jour", filter.changed()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String between(String what, Days days) {
        var dates = new FrenchDates();
        if (days.from() == null) {
            return days.to() == null ? "" : what + " jusqu’au " + dates.shortDay(days.to());
        }
        var from = dates.shortDay(days.from());
        return days.to() == null
                ? what + " depuis le " + from
                : what + " du " + from + " au " + dates.shortDay(days.to());
    }

    /** Returns the figure that led here: « Pris en charge par un agent du 01/10/2026 au 31/10/2026 ». */
    public String passed() {
        var passed = filter.scope().passed();
        var what = switch (passed.milestone()) {
            case PICKED_UP_BY_PERSON -> "Pris en charge par un agent";
            case PICKED_UP_BY_SOFTWARE -> "Pris en charge par un logiciel";
            case ENDED -> "Traités ou refusés";
        };
        var dates = new FrenchDates();
        return what + " du " + dates.shortDay(passed.days().from()) + " au "
                + dates.shortDay(passed.days().to());
    }

    public String milestone() {
        return ListParameter.of(filter.scope().passed().milestone());
    }

    public boolean isChosen(ListedProcess process) {
        return filter.processCodes().contains(process.code());
    }

    private List<ListedProcess> chosen() {
        return processes.stream().filter(this::isChosen).toList();
    }

    /** Returns « Toutes les démarches », or the number of chosen ones. */
    public String chosenProcesses() {
        int number = chosen().size();
        return switch (number) {
            case 0 -> "Toutes les démarches";
            case 1 -> "1 démarche choisie";
            default -> number + " démarches choisies";
        };
    }

    public List<Sort> sorts() {
        return List.of(
                sort(CaseSort.TRANSMITTED, true, "Transmission, la plus récente d’abord"),
                sort(CaseSort.TRANSMITTED, false, "Transmission, la plus ancienne d’abord"),
                sort(CaseSort.UPDATED, true, "Mise à jour, la plus récente d’abord"),
                sort(CaseSort.UPDATED, false, "Mise à jour, la plus ancienne d’abord"));
    }

    private static Sort sort(CaseSort sort, boolean descending, String label) {
        return new Sort(ListParameter.of(sort, descending), label);
    }

    /** Returns the word of the chosen order. */
    public String sort() {
        return ListParameter.of(filter.sort(), filter.descending());
    }

    public List<Integer> sizes() {
        return Stream.concat(ListAddress.SIZES.stream(), Stream.of(filter.size()))
                .distinct()
                .toList();
    }

    public boolean isNarrow() {
        return ListTab.isFiltered(filter);
    }

    /** Returns the list without filters, in the order and the length that are chosen: it opens so the next time. */
    public String resetHref() {
        return new Address(ListAddress.PATH)
                .with(ListParameter.TAB, tab())
                .with(ListParameter.SORT, sort())
                .with(ListParameter.SIZE, filter.size())
                .with(ListParameter.CHOSEN, "oui")
                .text();
    }

    List<String> words() {
        var lines = new ArrayList<String>();
        lines.add("Statut : "
                + (filter.tab() == CaseTab.ALL ? "tous" : filter.tab().label()));
        lines.add("Démarches : " + chosenNames());
        if (filter.scope().mine()) {
            lines.add("Seulement les miens");
        }
        days("Transmis", filter.transmitted()).ifPresent(lines::add);
        days("Mis à jour", filter.changed()).ifPresent(lines::add);
        sorts().stream()
                .filter(sort -> sort.word().equals(sort()))
                .map(sort -> "Tri : " + sort.label())
                .forEach(lines::add);
        lines.add(filter.size() + " télédossiers par page");
        return lines;
    }

    private String chosenNames() {
        var names = chosen().stream().map(ListedProcess::title).collect(Collectors.joining(", "));
        return names.isEmpty() ? "toutes" : names;
    }

    private static Optional<String> days(String what, Days days) {
        return days.equals(Days.ANY)
                ? Optional.empty()
                : Optional.of(what + day(" du ", days.from()) + day(" jusqu’au ", days.to()));
    }

    private static String day(String before, Object day) {
        return day == null ? "" : before + new FrenchDates().shortDay(day);
    }
}
