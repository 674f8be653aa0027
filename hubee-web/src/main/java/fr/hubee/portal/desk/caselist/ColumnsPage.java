package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.HiddenColumnService;
import fr.hubee.desk.caselist.HiddenColumnService.CaseColumn;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user's choice of columns. */
@Model
public class ColumnsPage extends PersonPage {
    @Inject
    HiddenColumnService columns;

    @Inject
    CaseListPage list;

    private final Once<Set<CaseColumn>> hidden = new Once<>(() -> columns.hidden(caller()));

    public List<CaseColumn> getOffered() {
        return Stream.of(CaseColumn.values())
                .filter(column -> column != CaseColumn.RECIPIENT || !list.isForOneOrganization())
                .toList();
    }

    public boolean shows(CaseColumn column) {
        return !hidden.get().contains(column) && getOffered().contains(column);
    }

    public boolean isNarrow() {
        return !hidden.get().isEmpty();
    }

    public void choose() {
        var ticked = request().getParameterValues("colonne");
        var names = ticked == null ? Set.of() : Set.copyOf(Arrays.asList(ticked));
        var without = getOffered().stream()
                .filter(column -> !names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseColumn.class)));
        columns.hide(caller(), without);
        PageMessages.success("Vos colonnes sont enregistrées.", list.getTable().getHere());
    }
}
