package fr.hubee.portal.field;

import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/**
 * The filters of a list: parameters of its address.
 *
 * @param shown and {@code folded} are their names; the folded ones are hidden until one of them is used
 */
public record ListFilters(String path, List<String> shown, List<String> folded) {
    /** Returns null when the address has no such parameter. */
    public String text(String name) {
        var text = Faces.getRequestParameter(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns null when it is not one of the constants. */
    public <E extends Enum<E>> E one(Class<E> type, String name) {
        return QueryParameter.one(type, text(name));
    }

    /** Returns the address of the list with its filters, without page and order. */
    public Address address() {
        var address = new Address(path);
        for (var name : Stream.concat(shown.stream(), folded.stream()).toList()) {
            address = address.with(name, text(name));
        }
        return address;
    }

    public boolean isAny() {
        return !address().text().equals(path);
    }

    public boolean isMore() {
        return folded.stream().anyMatch(name -> text(name) != null);
    }
}
