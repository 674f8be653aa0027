package fr.hubee.portal.field;

import fr.hubee.kernel.shared.Page;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import jakarta.faces.component.UIComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.component.column.Column;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * The lines of a {@code hubee:table}. Page and order are in the address ({@code page}, {@code tri}, {@code sens}), beside the filters: with
 * scripts, the table requests another part by itself, and {@code table.js} updates the address; without them, links do the same.
 */
public final class ListTable<T> extends LazyDataModel<T> {
    public static final int SIZE = 25;

    private static final long serialVersionUID = 1L;
    /** The parameter for the format of an export: « csv », « xlsx ». */
    public static final String FORMAT = "format";

    private static final String PAGE = "page";
    private static final String SORT = "tri";
    private static final String DIRECTION = "sens";
    private static final String DESCENDING = "desc";

    private final transient ListFilters filters;
    private final transient Function<ListPart, Page<T>> lines;
    private transient ListPart asked;
    private transient Page<T> shown;

    public ListTable(ListFilters filters, Function<ListPart, Page<T>> lines) {
        this.filters = filters;
        this.lines = lines;
    }

    /** Returns the part that the address asks for. */
    private ListPart asked() {
        if (asked == null) {
            asked = new ListPart(
                    (QueryParameter.page(Faces.getRequestParameter(PAGE)) - 1) * SIZE,
                    SIZE,
                    Faces.getRequestParameter(SORT),
                    DESCENDING.equals(Faces.getRequestParameter(DIRECTION)));
        }
        return asked;
    }

    public ListFilters getFilters() {
        return filters;
    }

    /** Returns the part that the address asks for, until the table asks for another one. */
    public Page<T> getShown() {
        if (shown == null) {
            read(asked());
        }
        return shown;
    }

    private List<T> read(ListPart part) {
        shown = lines.apply(part);
        return shown.items();
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) getShown().total();
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        var order = sort.values().stream().findFirst();
        var part = new ListPart(
                first,
                size,
                order.map(SortMeta::getField).orElse(null),
                order.map(SortMeta::getOrder)
                        .filter(SortOrder.DESCENDING::equals)
                        .isPresent());
        if (part.equals(asked())) {
            return getShown().items();
        }
        var items = read(part);
        setRowCount((int) shown.total());
        PrimeFaces.current().ajax().addCallbackParam("address", address(part).text());
        return items;
    }

    private Address address(ListPart part) {
        int page = part.offset() / SIZE + 1;
        return filters.address()
                .with(SORT, part.sort())
                .with(DIRECTION, part.descending() ? DESCENDING : null)
                .with(PAGE, page == 1 ? null : page);
    }

    /** Returns « 12 utilisateurs trouvés ». */
    public String count(String none, String one, String many) {
        long total = getShown().total();
        return total == 0 ? none : total == 1 ? one : total + " " + many;
    }

    public String getHere() {
        return address(asked()).text();
    }

    /** Returns lines in the order that the address asks for. */
    public List<T> lines(int offset, int size) {
        return lines.apply(new ListPart(offset, size, asked().sort(), asked().descending()))
                .items();
    }

    public String export(String format) {
        return address(at(0)).with(FORMAT, format).text();
    }

    /** Returns the number of lines before the part that the address asks for. */
    public int getFirst() {
        return asked().offset();
    }

    /** Returns the order in that column, for {@code p:column}; null when the list is sorted by another one. */
    public String order(String column) {
        if (!column.equals(asked().sort())) {
            return null;
        }
        return asked().descending() ? "desc" : "asc";
    }

    /** Returns the link for use without scripts; empty on the first page. */
    public String getPrevious() {
        return asked().offset() == 0 ? "" : address(at(asked().offset() - SIZE)).text();
    }

    /** Returns the link; empty on the last page. */
    public String getNext() {
        int next = asked().offset() + SIZE;
        return next >= getShown().total() ? "" : address(at(next)).text();
    }

    /** A link that sorts by a column, or reverses its order. */
    public record SortLink(String label, String href) {}

    /** Returns a link for each sortable column of the table with this id, for use without scripts. */
    public List<SortLink> sorts(UIComponent near, String id) {
        return near.findComponent(id).getChildren().stream()
                .filter(child -> child instanceof Column column && column.isRendered() && column.getField() != null)
                .map(Column.class::cast)
                .map(column -> new SortLink(column.getHeaderText(), sorted(column.getField())))
                .toList();
    }

    private String sorted(String column) {
        boolean again = column.equals(asked().sort()) && !asked().descending();
        return address(new ListPart(0, SIZE, column, again)).text();
    }

    private ListPart at(int offset) {
        return new ListPart(offset, SIZE, asked().sort(), asked().descending());
    }
}
