package fr.hubee.portal.savedfilter;

import fr.hubee.caselist.CaseListService;
import fr.hubee.portal.caselist.ListAddress;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.savedfilter.NamedFilter;
import fr.hubee.savedfilter.SavedFilterService;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.LocalPath;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The user's saved filters: saves the list that she came from, and deletes filters. */
@Named
@ViewScoped
public class SavedFiltersPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String LIST = "/teledossiers";

    @Inject
    CurrentCaller currentCaller;

    @Inject
    SavedFilterService filters;

    @Inject
    CaseListService cases;

    private String back = LIST;
    private String name;
    private ArrayList<NamedFilter> all;

    /** Saves the list that she came from as a filter, and returns to it. */
    public void keep() throws IOException {
        filters.keep(currentCaller.get(), name, ListAddress.toKeep(back));
        PageMessages.success("Le filtre « " + name.strip() + " » est enregistré.");
        FacesContext.getCurrentInstance().getExternalContext().redirect(back);
    }

    public String forget(UUID id) {
        filters.forget(currentCaller.get(), id);
        PageMessages.success("Le filtre est supprimé.");
        return "/mes-filtres?faces-redirect=true&includeViewParams=true";
    }

    /** Loaded once per page, so that a button acts on the line where it was shown, whatever another window did. */
    public List<NamedFilter> getAll() {
        if (all == null) {
            all = new ArrayList<>(filters.list(currentCaller.get()));
        }
        return all;
    }

    /** Where the list of a filter is. */
    public String address(NamedFilter filter) {
        return LIST + filter.query();
    }

    /** The filter to be saved, in words. */
    public List<String> getShown() {
        return ListAddress.words(back, cases.processes(currentCaller.get()));
    }

    /** The list that she came from. */
    public String getBack() {
        return back;
    }

    public void setBack(String back) {
        this.back = LocalPath.to(LIST, back);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
