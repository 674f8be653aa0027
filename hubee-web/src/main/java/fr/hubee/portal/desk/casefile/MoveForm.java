package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The form that changes the status. It sends back the status that the page displayed: {@code seen}. */
@Model
public class MoveForm extends CaseWords {
    /** Statuses that no other status can follow in the portal. */
    private static final Set<CaseStatus> ENDS = EnumSet.of(CaseStatus.DONE, CaseStatus.REFUSED);

    @Inject
    AssignmentService assignments;

    @Inject
    NeighbourCases neighbours;

    private CaseStatus wanted;

    public void move() {
        moveTo(wanted);
        if (ENDS.contains(wanted)) {
            neighbours.openNext(wanted);
        } else {
            PageMessages.success("Le télédossier est maintenant « " + wanted.label() + " ».", opened.address());
        }
    }

    /** « Prendre en charge »: receives it, unless it is received, and begins the work. */
    public void begin() {
        work.begin(caller(), opened.acting());
        assignments.takeIfFree(caller(), opened.view().id());
        PageMessages.success("Vous avez pris ce télédossier en charge : il est « En cours ».", opened.address());
    }

    public boolean isBeginOnPage() {
        return rights().isBeginnable() || isSent("begin");
    }

    public boolean isOnPage() {
        return isOnPage("move", rights().moveRefusal());
    }

    public boolean isWithMessage() {
        return rights().messageWithStatus() || isSent("move-message") || isSent("finish-message");
    }

    /** Returns the statuses that can be chosen; all of them, until the service has said which are possible now. */
    public List<CaseStatus> getOffered() {
        return isSent("move") ? List.of(CaseStatus.values()) : rights().next();
    }

    /** Returns the typed text, once the form is no longer on the page. */
    public String getUnsaved() {
        return rights().moveRefusal() == null ? "" : typed(comment, message);
    }

    public CaseStatus getWanted() {
        return wanted;
    }

    public void setWanted(CaseStatus wanted) {
        this.wanted = wanted;
    }
}
