package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.ListSettings;
import fr.hubee.desk.caselist.ListSettings.CaseColumn;
import fr.hubee.desk.caselist.ListSettingsService;
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

/** The user's choice of columns and of density. */
@Model
public class ColumnsPage extends PersonPage {
    @Inject
    ListSettingsService settings;

    @Inject
    CaseListPage list;

    private final Once<ListSettings> chosen = new Once<>(() -> settings.read(caller()));

    public List<CaseColumn> getOffered() {
        return Stream.of(CaseColumn.values())
                .filter(column -> column != CaseColumn.RECIPIENT || !list.isForOneOrganization())
                .toList();
    }

    public boolean shows(CaseColumn column) {
        return !chosen.get().hidden().contains(column) && getOffered().contains(column);
    }

    public boolean isNarrow() {
        return !chosen.get().hidden().isEmpty();
    }

    public ListSettings getChosen() {
        return chosen.get();
    }

    public void choose() {
        var ticked = request().getParameterValues("colonne");
        var names = ticked == null ? Set.of() : Set.copyOf(Arrays.asList(ticked));
        var without = getOffered().stream()
                .filter(column -> !names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseColumn.class)));
        var here = list.getTable().getHere();
        boolean compact = "compacte".equals(request().getParameter("densite"));
        settings.keep(caller(), new ListSettings(without, compact, getChosen().query()));
        PageMessages.success("Votre affichage est enregistré.", here);
    }

    /** Forgets what she chose, and the filters and the order of the last time. */
    public void reset() {
        settings.keep(caller(), ListSettings.USUAL);
        PageMessages.success("La liste a de nouveau son affichage d’origine.", ListAddress.PATH);
    }
}
