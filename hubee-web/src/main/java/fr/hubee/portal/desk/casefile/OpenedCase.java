package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.portal.desk.caselist.ListAddress;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** The télédossier of the address, and the list that the user came from. */
@Model
public class OpenedCase {
    @Inject
    CaseReader reader;

    @Inject
    @Param(name = "id")
    String id;

    @Inject
    @Param(name = "retour")
    String back;

    @Inject
    @Param(name = "rang")
    String rank;

    @Inject
    @Param(name = "historique")
    String history;

    private CaseView view;
    private String place;
    private int acts;

    /** Opens the case for a page that is displayed for the first time; recorded. */
    void open() {
        view = reader.open(id(), HistoryPart.page(historyPage()));
    }

    public CaseView view() {
        if (view == null) {
            view = reader.read(id(), HistoryPart.page(historyPage()));
        }
        return view;
    }

    /** Returns the id for an action: the position is kept, and the case is read again afterwards, even when the action is refused. */
    public UUID acting() {
        place();
        view = null;
        acts++;
        return id();
    }

    /** Returns how many actions there were in this request: what was read before them is outdated. */
    int acts() {
        return acts;
    }

    /**
     * Says what was done: on this page, whose address then leads to what it shows; or, without scripts and from an older page of its
     * history, on the page that is loaded again, with the newest events.
     */
    void done(String text) {
        if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest() && historyPage() == 1) {
            PageMessages.success(text);
            PrimeFaces.current().ajax().addCallbackParam("address", address());
        } else {
            PageMessages.success(text, address());
        }
    }

    /** Returns the page of its history, from 1. */
    int historyPage() {
        return QueryParameter.page(history);
    }

    private UUID id() {
        return QueryParameter.id(id);
    }

    public String list() {
        return ReturnToList.at(back);
    }

    public boolean isFromQueue() {
        return ReturnToList.isQueue(list());
    }

    public String backLabel() {
        if (isFromQueue()) {
            return "Retour à « À faire »";
        }
        return ReturnToList.isRescue(list()) ? "Retour à la liste" : "Retour à la recherche";
    }

    /** Returns its position in that list before the work on it; null when its position does not change. */
    public String place() {
        if (place == null) {
            place = ReturnToList.place(rank);
        }
        var sort = ListAddress.filter(list()).sort();
        if (place == null && (sort == CaseSort.UPDATED || view().completedAt() != null || isAnswered())) {
            place = position(sort).text();
        }
        return place;
    }

    private CaseCursor position(CaseSort sort) {
        return isFromQueue()
                ? new CaseCursor(false, false, isAnswered(), queuedSince(), id())
                : CaseCursor.of(view(), sort);
    }

    /** Returns its position in « À faire », unless {@link #place} gives another one. */
    Instant queuedSince() {
        if (isAnswered()) {
            return view().answers().unseenSince();
        }
        return view().completedAt() == null ? view().transmittedAt() : view().completedAt();
    }

    /** Whether it is among the first of « À faire », since no agent has seen what the applicant has answered. */
    boolean isAnswered() {
        return view().answers().unseenSince() != null;
    }

    /** Returns the list and the position, as parameters of another address. */
    public String listWritten() {
        return ReturnToList.written(list(), place());
    }

    public String address() {
        return "/teledossier?id=" + id() + "&retour=" + listWritten();
    }
}
