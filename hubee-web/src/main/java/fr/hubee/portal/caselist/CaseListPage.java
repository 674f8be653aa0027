package fr.hubee.portal.caselist;

import fr.hubee.caselist.CaseLine;
import fr.hubee.caselist.CaseListService;
import fr.hubee.caselist.CaseTab;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.savedfilter.SavedFilterService;
import fr.hubee.security.Roles;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The list of télédossiers; its address holds its state. */
@Named
@RequestScoped
public class CaseListPage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseListService cases;

    @Inject
    SavedFilterService savedFilters;

    @Inject
    HttpServletRequest request;

    private Listing listing;
    private List<SavedLink> saved;

    /** Invalid parameters of the address are reported and ignored. */
    public void opened() {
        PageMessages.refusals(listing().address().misunderstood());
    }

    private Listing listing() {
        if (listing == null) {
            var caller = currentCaller.get();
            var address = ListAddress.read(request.getParameterMap(), usual());
            listing = new Listing(
                    address,
                    cases.processes(caller),
                    cases.counts(caller, address.filter()),
                    cases.page(caller, address.filter()));
        }
        return listing;
    }

    /** The first tab: where the user's work is; all télédossiers for a read-only user. */
    private CaseTab usual() {
        return isForOneOrganization() ? CaseTab.NEW : CaseTab.ALL;
    }

    /** Whether all télédossiers belong to one organisation, whose name need not be shown. */
    public boolean isForOneOrganization() {
        return !currentCaller.get().is(Roles.BUSINESS) && !currentCaller.get().is(Roles.ADMIN);
    }

    public List<CaseLine> getLines() {
        return listing().page().lines();
    }

    public List<ListTab> getTabs() {
        return Stream.of(CaseTab.values())
                .map(listing()::tab)
                .filter(tab -> tab.tab().isUsual() || tab.count() > 0 || tab.current())
                .toList();
    }

    /** The tabs that have what this one has not. */
    public List<ListTab> getElsewhere() {
        return getTabs().stream()
                .filter(tab -> getLines().isEmpty() && tab.tab() != CaseTab.ALL && tab.count() > 0)
                .toList();
    }

    public ListForm getForm() {
        return new ListForm(listing().address().filter(), listing().processes());
    }

    /** « 1 234 télédossiers trouvés ». */
    public String getFound() {
        return listing().here().found();
    }

    /** Null on the first page. */
    public String getPrevious() {
        return listing().previous();
    }

    /** Null on the last page. */
    public String getNext() {
        return listing().next();
    }

    /** This list, to return to. */
    public String getHere() {
        return ListAddress.of(listing().address().filter());
    }

    /** The page of a télédossier, which leads back to this list. */
    public String address(CaseLine line) {
        return "/teledossier?id=" + line.id() + "&retour=" + written(getHere());
    }

    /** Her saved filters. */
    public List<SavedLink> getSaved() {
        if (saved == null) {
            saved = savedFilters.list(currentCaller.get()).stream()
                    .map(filter -> SavedLink.of(filter, getQuery()))
                    .toList();
        }
        return saved;
    }

    /** The page that saves this list as a filter. */
    public String getSavingHref() {
        return "/mes-filtres?retour=" + written(getHere());
    }

    /** The page of her ZIPs, which leads back to this list. */
    public String getDownloadsHref() {
        return "/mes-telechargements?retour=" + written(getHere());
    }

    private static String written(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** The filter only, for the exported files. */
    public String getQuery() {
        return ListAddress.query(listing().address().filter());
    }
}
