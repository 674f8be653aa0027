package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseListService.CaseNeighbours;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.desk.watch.WaitingPlace;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.desk.caselist.ListAddress;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The previous and next télédossier in the list that the user came from; none without such a list. */
@Model
public class NeighbourCases extends PersonPage {
    @Inject
    CaseListService cases;

    @Inject
    WaitingCaseService queue;

    @Inject
    OpenedCase opened;

    private final Once<CaseNeighbours> found = new Once<>(this::find);

    /** Returns null for none. */
    public String getPrevious() {
        return address(found.get().previous());
    }

    /** Returns null for none. */
    public String getNext() {
        return address(found.get().next());
    }

    /** Redirects, after the end of the work on this one, to the next one of the list; after the last one, back to the list's page. */
    void openNext(CaseStatus ended) {
        var next = getNext();
        if (next == null) {
            var last = ReturnToList.isKnown(opened.list()) ? " C’était le dernier de votre liste." : "";
            opened.done(CaseText.moved(ended) + " L’opérateur en est informé." + last);
        } else {
            PageMessages.success(
                    "Le télédossier " + opened.view().externalId() + " est « " + ended.label()
                            + " ». Voici le suivant de votre liste.",
                    next);
        }
    }

    private CaseNeighbours find() {
        if (!ReturnToList.isKnown(opened.list())) {
            return new CaseNeighbours(null, null);
        }
        var known = Optional.ofNullable(opened.place()).flatMap(text -> CaseCursor.parse(false, text));
        if (opened.isFromQueue()) {
            var since = known.map(CaseCursor::at).orElseGet(opened::queuedSince);
            boolean answered = known.map(CaseCursor::answered).orElseGet(opened::isAnswered);
            var view = opened.view();
            return queue.neighbours(
                    caller(), new WaitingPlace(answered, since, view.processCode(), view.transmittedAt(), view.id()));
        }
        var filter = ListAddress.filter(opened.list());
        var place = known.orElseGet(() -> CaseCursor.of(opened.view(), filter.sort()));
        return cases.neighbours(caller(), filter, place);
    }

    private String address(UUID id) {
        return id == null ? null : "/teledossier?id=" + id + "&retour=" + ReturnToList.written(opened.list());
    }
}
