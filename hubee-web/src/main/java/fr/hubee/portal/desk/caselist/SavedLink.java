package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.NamedFilter;

/**
 * A saved filter, as a link above the list.
 *
 * @param current whether the list shows it
 */
public record SavedLink(String name, String href, boolean current) {

    static SavedLink of(NamedFilter filter, String shown) {
        return new SavedLink(
                filter.name(), ListAddress.PATH + filter.query(), filter.query().equals(shown));
    }
}
