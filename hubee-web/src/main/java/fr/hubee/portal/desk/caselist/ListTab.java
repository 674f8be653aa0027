package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseCounts;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A tab of the list, with its number of télédossiers.
 *
 * @param more whether there are more than the counting limit
 * @param atLeast whether counting ended before the last one, because a search finds very many
 * @param href the same filter, in that tab
 */
public record ListTab(CaseTab tab, long count, boolean more, boolean atLeast, boolean current, String href) {

    static ListTab of(CaseTab tab, CaseFilter filter, CaseCounts counts) {
        var there = filter.in(tab);
        return new ListTab(
                tab,
                counts.of(tab),
                counts.isMore(tab),
                counts.isAtLeast(tab),
                tab == filter.tab(),
                ListAddress.of(there));
    }

    /** Returns the tab, after so many lines were counted. */
    ListTab seen(long lines) {
        return new ListTab(tab, Math.max(count, lines), more, atLeast, current, href);
    }

    /** Whether it is unknown if the tab has any. */
    boolean isUnknown() {
        return count == 0 && atLeast;
    }

    public String label() {
        return tab.label();
    }

    /** Returns « 123 », « + de 1 000 », « 57 ou plus », « ? ». */
    public String number() {
        if (more) {
            return "+ de " + written();
        }
        if (isUnknown()) {
            return "?";
        }
        return written() + (atLeast ? " ou plus" : "");
    }

    /** Returns « 123 télédossiers », « plus de 1 000 télédossiers », « au moins 57 télédossiers », « aucun télédossier ». */
    String found() {
        if (count == 0) {
            return "Aucun télédossier trouvé";
        }
        if (count == 1) {
            return (atLeast ? "Au moins " : "") + "1 télédossier trouvé";
        }
        return (more ? "Plus de " : atLeast ? "Au moins " : "") + written() + " télédossiers trouvés";
    }

    private String written() {
        return NumberFormat.getIntegerInstance(Locale.FRENCH).format(count);
    }

    /** Whether the tab is empty only because of the other filters. */
    static boolean isFiltered(CaseFilter filter) {
        return !filter.scope().equals(CaseScope.ANY)
                || filter.text() != null
                || !filter.transmitted().equals(Days.ANY)
                || !filter.changed().equals(Days.ANY)
                || !filter.processCodes().equals(Set.of());
    }
}
