package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.NamedFilter;
import fr.hubee.desk.caselist.SavedFilterService;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.CallerBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The links of the list of télédossiers; each page leads back to the list as it is. */
@Named
@RequestScoped
public class CaseListLinks extends CallerBean {
    @Inject
    SavedFilterService savedFilters;

    @Inject
    CaseListPage list;

    private final Once<List<SavedLink>> saved = new Once<>(() -> savedFilters.list(caller()).stream()
            .map(filter -> SavedLink.of(filter, getQuery()))
            .toList());

    public String to(CaseLine line) {
        return new Address("/teledossier")
                .with("id", line.id())
                .with("retour", list.getTable().getHere())
                .text();
    }

    public List<SavedLink> getSaved() {
        return saved.get();
    }

    public String getSaving() {
        return back("/mes-filtres");
    }

    public String getDownloads() {
        return back("/mes-telechargements");
    }

    private String back(String page) {
        return new Address(page).with("retour", list.getTable().getHere()).text();
    }

    /** Returns the filter only, for the exported files. */
    public String getQuery() {
        return ListAddress.query(list.filter());
    }

    /**
     * A saved filter, as a link above the list.
     *
     * @param current whether the list shows it
     */
    public record SavedLink(String name, String href, boolean current) {

        static SavedLink of(NamedFilter filter, String shown) {
            return new SavedLink(
                    filter.name(),
                    ListAddress.PATH + filter.query(),
                    filter.query().equals(shown));
        }
    }
}
