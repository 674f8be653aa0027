package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.CasePage;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.FoundPlace;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * The télédossiers of the list, page by page. Each line sends its cursor back, so that the next page begins after the last line, however
 * many lines are before it, and whatever arrived meanwhile.
 */
public final class CaseListTable extends LazyDataModel<CaseLine> {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "page";

    private final transient Function<CaseFilter, CasePage> cases;
    private final transient HttpServletRequest request;
    private final transient LongSupplier total;
    private transient CaseFilter filter;
    private transient CasePage shown;
    private int number;

    /**
     * @param asked the part that the address asks for
     * @param total number of lines of all pages, as far as they are counted
     */
    CaseListTable(
            CaseFilter asked, HttpServletRequest request, LongSupplier total, Function<CaseFilter, CasePage> cases) {
        this.cases = cases;
        this.request = request;
        this.total = total;
        this.filter = asked;
        this.number = asked.cursor() == null ? 1 : Math.max(2, QueryParameter.page(request.getParameter(PAGE)));
    }

    /** Whether the address leads to a later page, which is not displayed. */
    private boolean isReached() {
        return filter.cursor() != null && places() == null;
    }

    /** Whether all lines of the page of the address have left the list. */
    boolean isGone() {
        return isReached() && shown().lines().isEmpty();
    }

    /** Returns at least the number of lines before the page of the address, though some may have left the list. */
    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) Math.max(total.getAsLong(), isReached() ? getFirst() + 1 : 0);
    }

    @Override
    public List<CaseLine> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        show(first / size + 1, sort);
        var page = shown();
        if (page.next() != null && total.getAsLong() < (long) first + size + 1) {
            setRowCount(first + size + 1); // nobody counted that far
        }
        return page.lines();
    }

    /** Turns to a page, in that order; the address of the page then leads there. */
    void show(int page, Map<String, SortMeta> sort) {
        var asked = filter;
        sort.values().stream().filter(SortMeta::isActive).findFirst().ifPresent(this::sort);
        goTo(page);
        if (!filter.equals(asked)) {
            shown = null;
            PrimeFaces.current().ajax().addCallbackParam("address", getHere());
        }
    }

    /** Returns the filter of what is shown. */
    CaseFilter filter() {
        return filter;
    }

    /** Returns the key of a line: it changes with the status, so that what was chosen is what was seen. */
    static String key(CaseLine line) {
        return line.id() + "_" + line.status();
    }

    @Override
    public String getRowKey(CaseLine line) {
        return key(line);
    }

    @Override
    public CaseLine getRowData(String key) {
        return getShown().stream()
                .filter(line -> key(line).equals(key))
                .findFirst()
                .orElse(null);
    }

    private void sort(SortMeta meta) {
        var by = QueryParameter.one(CaseSort.class, meta.getField());
        boolean newestFirst = meta.getOrder() == SortOrder.DESCENDING;
        if (by != null && (by != filter.sort() || newestFirst != filter.descending())) {
            filter = filter.sorted(by, newestFirst);
            number = 1;
        }
    }

    private void goTo(int page) {
        if (page != number) {
            filter = filter.at(page == 1 ? null : adjacentCursor(page > number).orElse(null));
            number = filter.cursor() == null ? 1 : page;
        }
    }

    /** Returns the cursor after the last line of the displayed page, or before its first. */
    private Optional<CaseCursor> adjacentCursor(boolean after) {
        var places = places();
        return places == null ? Optional.empty() : CaseCursor.parse(!after, places[after ? places.length - 1 : 0]);
    }

    /** Returns the cursors of the lines that were shown; null when the page is opened by its address. */
    private String[] places() {
        return request.getParameterValues("lieu");
    }

    private CasePage shown() {
        if (shown == null) {
            shown = cases.apply(filter);
        }
        return shown;
    }

    public List<CaseLine> getShown() {
        return shown().lines();
    }

    Map<UUID, FoundPlace> getPlaces() {
        return shown().places();
    }

    int getLines() {
        return shown().lines().size();
    }

    public String place(CaseLine line) {
        return CaseCursor.of(line, filter.sort()).text();
    }

    /** Returns the number of lines before the page that the address asks for. */
    public int getFirst() {
        return (number - 1) * filter.size();
    }

    public int getSize() {
        return filter.size();
    }

    /** Returns the order in that column, for {@code p:column}; null when the list is sorted by another one. */
    public String order(CaseSort column) {
        if (column != filter.sort()) {
            return null;
        }
        return filter.descending() ? "desc" : "asc";
    }

    public String getHere() {
        return address(filter, number);
    }

    /** Returns the link for use without scripts; null on the first page. */
    public String getPrevious() {
        return at(shown().previous(), number - 1);
    }

    /** Returns null on the last page. */
    public String getNext() {
        return at(shown().next(), number + 1);
    }

    private String at(CaseCursor cursor, int page) {
        return cursor == null ? null : address(filter.at(page < 2 ? null : cursor), page);
    }

    private static String address(CaseFilter filter, int page) {
        return new Address(ListAddress.of(filter))
                .with(PAGE, page < 2 ? null : page)
                .text();
    }
}
