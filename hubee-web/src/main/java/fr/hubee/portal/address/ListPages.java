package fr.hubee.portal.address;

import fr.hubee.shared.Page;

/**
 * The position in a list that is shown page by page.
 *
 * @param list the address of the list with its filter and order, without the page
 * @param size of a page
 */
public record ListPages(Address list, Page<?> shown, int size) {
    private static final String PARAMETER = "page";

    /** Empty on the first page. */
    public String previous() {
        return shown.offset() == 0 ? "" : at(shown.offset() / size);
    }

    /** Empty on the last page. */
    public String next() {
        return shown.offset() + size >= shown.total() ? "" : at(shown.offset() / size + 2);
    }

    private String at(int page) {
        return list.with(PARAMETER, page == 1 ? null : page).text();
    }

    public String place() {
        return "Page " + (shown.offset() / size + 1) + " sur " + Math.max(1, (shown.total() + size - 1) / size);
    }

    public boolean isNeeded() {
        return shown.offset() > 0 || shown.total() > size;
    }
}
