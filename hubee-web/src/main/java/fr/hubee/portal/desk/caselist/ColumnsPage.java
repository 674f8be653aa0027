package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.HiddenColumnService;
import fr.hubee.desk.caselist.HiddenColumnService.CaseColumn;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user's choice of columns. */
@Named
@RequestScoped
public class ColumnsPage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    HiddenColumnService columns;

    @Inject
    CaseListPage list;

    @Inject
    HttpServletRequest request;

    private Set<CaseColumn> hidden;

    /** A column that may be hidden. */
    public record Choice(CaseColumn column, boolean shown) {}

    public List<Choice> getChoices() {
        return offered()
                .map(column -> new Choice(column, !hidden().contains(column)))
                .toList();
    }

    private Stream<CaseColumn> offered() {
        return Stream.of(CaseColumn.values())
                .filter(column -> column != CaseColumn.RECIPIENT || !list.isForOneOrganization());
    }

    private Set<CaseColumn> hidden() {
        if (hidden == null) {
            hidden = columns.hidden(currentCaller.get());
        }
        return hidden;
    }

    public boolean shows(CaseColumn column) {
        return !hidden().contains(column) && offered().anyMatch(column::equals);
    }

    /** Whether the exported files lack columns. */
    public boolean isNarrow() {
        return !hidden().isEmpty();
    }

    /** Saves the ticked columns, and returns to the same list. */
    public void choose() {
        var ticked = request.getParameterValues("colonne");
        var names = ticked == null ? Set.of() : Set.copyOf(Arrays.asList(ticked));
        var without = offered()
                .filter(column -> !names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseColumn.class)));
        columns.hide(currentCaller.get(), without);
        PageMessages.success("Vos colonnes sont enregistrées.", list.getTable().getHere());
    }
}
