package fr.hubee.portal.casefile;

import fr.hubee.caselist.CaseCursor;
import fr.hubee.caselist.CaseListService;
import fr.hubee.caselist.CaseNeighbours;
import fr.hubee.portal.caselist.ListAddress;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;

/** The previous and next télédossier in the list that the user came from; none without such a list. */
@Named
@RequestScoped
public class NeighbourCases {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseListService cases;

    @Inject
    OpenedCase opened;

    private CaseNeighbours found;

    /** Null for none. */
    public String getPrevious() {
        return address(found().previous());
    }

    /** Null for none. */
    public String getNext() {
        return address(found().next());
    }

    private CaseNeighbours found() {
        if (found == null) {
            found = ReturnToList.isKnown(opened.list()) ? find() : new CaseNeighbours(null, null);
        }
        return found;
    }

    private CaseNeighbours find() {
        var filter = ListAddress.filter(opened.list());
        var place = Optional.ofNullable(opened.place())
                .flatMap(text -> CaseCursor.parse(false, text))
                .orElseGet(() -> CaseCursor.of(opened.view(), filter.sort()));
        return cases.neighbours(currentCaller.get(), filter, place);
    }

    private String address(UUID id) {
        return id == null ? null : "/teledossier?id=" + id + "&retour=" + ReturnToList.written(opened.list());
    }
}
