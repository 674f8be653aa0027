package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.portal.page.PartialForm;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;

/**
 * The dialogs that change the status, one for each wanted status, whose name begins the names of its fields. They send back the status
 * that the page displayed: {@code seen}.
 */
@Model
public class MoveForm extends CaseWords {
    @Inject
    AssignmentService assignments;

    @Inject
    NeighbourCases neighbours;

    /** Changes the status and stays here. */
    public void move(CaseStatus wanted) {
        moveTo(wanted);
        opened.done(CaseText.moved(wanted) + " L’opérateur en est informé.");
    }

    /** Changes the status and opens the next télédossier of the list. */
    public void moveOn(CaseStatus wanted) {
        moveTo(wanted);
        neighbours.openNext(wanted);
    }

    private void moveTo(CaseStatus wanted) {
        var seen = QueryParameter.one(CaseStatus.class, request().getParameter("seen"));
        var move = new CaseMove(
                PartialForm.requireSent(seen, "seen"), wanted, typed(wanted + "-comment"), typed(wanted + "-message"));
        work.move(caller(), opened.acting(), move);
        getValues().clear();
    }

    /** « Prendre en charge »: receives it, unless it is received, and begins the work. */
    public void begin() {
        work.begin(caller(), opened.acting());
        assignments.takeIfFree(caller(), opened.view().id());
        opened.done("Vous avez pris ce télédossier en charge : il est « En cours ».");
    }

    public boolean isBeginOnPage() {
        return rights().isBeginnable() || isSent("begin");
    }

    public boolean isOffered(CaseStatus wanted) {
        return rights().next().contains(wanted);
    }

    /** Whether its form is on the page. A new télédossier is received first. */
    public boolean isOnPage(CaseStatus wanted) {
        return isOffered(wanted) || isSent("form-" + wanted);
    }

    /** Whether « … et ouvrir le suivant » is on the page, or was on the page that sent it: the next one may be gone since. */
    public boolean isNextOnPage(CaseStatus wanted) {
        return neighbours.getNext() != null || isSent("next-" + wanted);
    }

    /** Returns what is asked of a person whose change does not say why. */
    public String missing(CaseStatus wanted) {
        return CaseMove.unexplained(wanted);
    }

    public boolean isWithMessage() {
        return rights().messageAllowed() || isMessageSent();
    }

    private boolean isMessageSent() {
        return request().getParameterMap().keySet().stream()
                .anyMatch(name -> name.endsWith("-message") && isSent(name));
    }
}
