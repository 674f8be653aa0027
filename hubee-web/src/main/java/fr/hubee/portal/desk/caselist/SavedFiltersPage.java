package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.NamedFilter;
import fr.hubee.desk.caselist.SavedFilterService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.LocalPath;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The user's saved filters: saves the list that she came from, and deletes filters. */
@Model
public class SavedFiltersPage extends PersonPage {
    private static final String LIST = "/teledossiers";

    @Inject
    SavedFilterService filters;

    @Inject
    CaseListService cases;

    @Inject
    @Param(name = "retour")
    String from;

    private String back;
    private String name;
    private final Once<List<NamedFilter>> all = new Once<>(() -> filters.list(caller()));

    @PostConstruct
    void read() {
        back = LocalPath.to(LIST, from);
    }

    public void keep() {
        filters.keep(caller(), name, ListAddress.toKeep(back));
        PageMessages.success("Le filtre « " + name.strip() + " » est enregistré.", back);
    }

    public void forget(String id) {
        filters.forget(caller(), QueryParameter.id(id));
        PageMessages.success(
                "Le filtre est supprimé.",
                new Address("/mes-filtres").with("retour", back).text());
    }

    public List<NamedFilter> getAll() {
        return all.get();
    }

    public String address(NamedFilter filter) {
        return LIST + filter.query();
    }

    public List<String> getShown() {
        return ListAddress.words(back, cases.processes(caller()));
    }

    public String getBack() {
        return back;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
