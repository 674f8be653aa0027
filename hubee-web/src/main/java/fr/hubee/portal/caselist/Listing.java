package fr.hubee.portal.caselist;

import fr.hubee.caselist.CaseCounts;
import fr.hubee.caselist.CaseCursor;
import fr.hubee.caselist.CasePage;
import fr.hubee.caselist.CaseTab;
import fr.hubee.caselist.ListedProcess;
import java.util.List;

/** The result of an address of the list. */
record Listing(ListAddress address, List<ListedProcess> processes, CaseCounts counts, CasePage page) {

    ListTab tab(CaseTab tab) {
        return ListTab.of(tab, address.filter(), counts);
    }

    ListTab here() {
        return tab(address.filter().tab());
    }

    String previous() {
        return at(page.previous());
    }

    String next() {
        return at(page.next());
    }

    private String at(CaseCursor cursor) {
        return cursor == null ? null : ListAddress.of(address.filter().at(cursor));
    }
}
