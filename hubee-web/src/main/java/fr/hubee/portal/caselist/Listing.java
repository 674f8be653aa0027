package fr.hubee.portal.caselist;

import fr.hubee.folder.CaseCounts;
import fr.hubee.folder.CaseCursor;
import fr.hubee.folder.CasePage;
import fr.hubee.folder.CaseTab;
import fr.hubee.folder.ListedProcess;
import java.util.List;

/** What an address of the list gives. */
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
