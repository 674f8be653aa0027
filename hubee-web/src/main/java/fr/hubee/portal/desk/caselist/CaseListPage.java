package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseCounts;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.FoundPlace;
import fr.hubee.desk.caselist.FoundText;
import fr.hubee.desk.caselist.FoundText.Part;
import fr.hubee.desk.caselist.ListSettings;
import fr.hubee.desk.caselist.ListSettingsService;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.desk.caselist.ListAddress.ListParameter;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.event.data.PageEvent;
import org.primefaces.event.data.SortEvent;

/** The list of télédossiers; its address contains its state. */
@Model
public class CaseListPage extends PersonPage {
    @Inject
    CaseListService cases;

    @Inject
    ListSettingsService settings;

    private ListAddress address;
    private final Once<List<ListedProcess>> processes = new Once<>(() -> cases.processes(caller()));
    private Once<CaseCounts> counts;
    private Once<CaseListTable> table;
    private final Once<FoundText> searched = new Once<>(() -> new FoundText(filter().text()));

    @PostConstruct
    void read() {
        address = isForOneOrganization()
                ? ListAddress.read(request().getParameterMap(), CaseTab.NEW).ofAnyService()
                : ListAddress.read(request().getParameterMap(), CaseTab.ALL);
        changed();
    }

    /** Something was done to its lines: they are read again. */
    void changed() {
        counts = new Once<>(() -> cases.counts(caller(), filter()));
        table = new Once<>(() ->
                new CaseListTable(filter(), request(), this::total, asked -> cases.pageWithPlaces(caller(), asked)));
    }

    /**
     * Opens the list: where the address says nothing, with the filters and in the order of the last time; invalid parameters are reported
     * and ignored; an empty page is replaced by the first one.
     */
    public void opened() {
        var asked = request().getParameterMap();
        var first = asked.isEmpty() ? remembered() : null;
        if (first != null) {
            Pages.goTo(ListAddress.PATH + first);
            return;
        }
        if (isByForm(asked) && address.misunderstood().isEmpty()) {
            remember(filter());
        }
        PageMessages.refusals(address.misunderstood());
        if (getTable().isGone()) {
            Pages.goTo(ListAddress.of(filter().at(null)));
        }
    }

    /** Returns null for the usual list; without démarches that are hers no more, which would open an empty one. */
    private String remembered() {
        var query = settings.read(caller()).query();
        return query == null ? null : toRemember(ListAddress.filter(ListAddress.PATH + query));
    }

    private String toRemember(CaseFilter filter) {
        var codes = processes.get().stream().map(ListedProcess::code).collect(Collectors.toSet());
        return ListAddress.toRemember(filter, codes);
    }

    /** Whether all télédossiers belong to one organisation: then its name is not shown, and the list opens with new télédossiers. */
    public boolean isForOneOrganization() {
        return !caller().is(RoleNames.BUSINESS) && !caller().is(RoleNames.ADMIN);
    }

    /** Returns the name of the service in the filter, or its key when it has none. */
    public String getServiceName() {
        var service = filter().scope().service();
        return cases.serviceName(caller(), service).orElseGet(service::toString);
    }

    /** Another page is asked for: what leads elsewhere follows. */
    public void turned(PageEvent asked) {
        getTable().show(asked.getPage() + 1, Map.of());
    }

    /** Another order is asked for; it is remembered beside the filters of the last time. */
    public void sorted(SortEvent asked) {
        getTable().show(1, asked.getSortBy());
        var order = getTable().filter();
        var query = settings.read(caller()).query();
        remember(ListAddress.filter(ListAddress.PATH + (query == null ? "" : query))
                .sorted(order.sort(), order.descending()));
    }

    /** Whether she sends the form of filters or takes them away, on a page of ours: any other link that leads here changes nothing of hers. */
    private boolean isByForm(Map<String, String[]> asked) {
        return asked.containsKey(ListParameter.CHOSEN)
                && "same-origin".equals(request().getHeader("Sec-Fetch-Site"));
    }

    private void remember(CaseFilter filter) {
        var before = settings.read(caller());
        var query = toRemember(filter);
        if (!Objects.equals(query, before.query())) {
            settings.keep(caller(), new ListSettings(before.hidden(), before.compact(), query));
        }
    }

    CaseFilter filter() {
        return address.filter();
    }

    public CaseListTable getTable() {
        return table.get();
    }

    private ListTab here() {
        var tab = tab(filter().tab());
        return tab.isUnknown() ? tab.seen(getTable().getLines()) : tab;
    }

    private ListTab tab(CaseTab tab) {
        return ListTab.of(tab, getTable().filter(), counts.get());
    }

    private long total() {
        return here().count();
    }

    public boolean isAny() {
        return total() > 0;
    }

    /** Reads the numbers before any line: no line then leaves the page before it is told that its work has begun. */
    void count() {
        counts.get();
    }

    public List<ListTab> getTabs() {
        return Stream.of(CaseTab.values())
                .map(this::tab)
                .filter(tab -> tab.tab().isUsual() || tab.count() > 0 || tab.isUnknown() || tab.current())
                .toList();
    }

    /** Returns the tabs with télédossiers, or with an unknown number, when this one has none. */
    public List<ListTab> getElsewhere() {
        return getTabs().stream()
                .filter(tab -> tab.tab() != CaseTab.ALL && (tab.count() > 0 || tab.isUnknown()))
                .toList();
    }

    /** Returns the address of the tab of what has been begun. */
    public String getBegun() {
        return tab(CaseTab.IN_PROGRESS).href();
    }

    public ListForm getForm() {
        return new ListForm(getTable().filter(), processes.get());
    }

    public List<Part> parts(String text) {
        return searched.get().parts(text);
    }

    /** Returns where a line was found that does not show the searched words; null for another line. */
    public FoundPlace place(CaseLine line) {
        return getTable().getPlaces().get(line.id());
    }

    public List<Part> excerpt(CaseLine line) {
        return searched.get().excerpt(place(line).text());
    }

    public String getFound() {
        return here().found();
    }

    public String to(CaseLine line) {
        return new Address("/teledossier")
                .with("id", line.id())
                .with("retour", getTable().getHere())
                .text();
    }

    public String getSaving() {
        return back("/mes-filtres");
    }

    public String getDownloads() {
        return back("/mes-telechargements");
    }

    /** Returns the address of a page that leads back to the list as it is. */
    private String back(String page) {
        return new Address(page).with("retour", getTable().getHere()).text();
    }

    /** Returns the filter only, for the exported files. */
    public String getQuery() {
        return ListAddress.query(getTable().filter());
    }
}
