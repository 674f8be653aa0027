package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.portal.field.FrenchDates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the filter of a list in words. */
final class FilterWords {
    private final CaseFilter filter;
    private final ListForm form;

    /** @param processes those that the user can see */
    FilterWords(CaseFilter filter, List<ListedProcess> processes) {
        this.filter = filter;
        this.form = new ListForm(filter, processes);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Statut : "
                + (filter.tab() == CaseTab.ALL ? "tous" : filter.tab().label()));
        lines.add("Démarches : " + processes());
        if (filter.scope().mine()) {
            lines.add("Seulement les miens");
        }
        days("Transmis", filter.transmitted()).ifPresent(lines::add);
        days("Mis à jour", filter.changed()).ifPresent(lines::add);
        form.sorts().stream()
                .filter(ListForm.Sort::chosen)
                .map(sort -> "Tri : " + sort.label())
                .forEach(lines::add);
        lines.add(filter.size() + " télédossiers par page");
        return lines;
    }

    private String processes() {
        var names = form.choices().stream()
                .filter(ListForm.Choice::chosen)
                .map(ListForm.Choice::name)
                .collect(Collectors.joining(", "));
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
