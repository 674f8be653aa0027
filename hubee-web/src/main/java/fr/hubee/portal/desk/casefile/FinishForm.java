package fr.hubee.portal.desk.casefile;

import fr.hubee.exchange.status.CaseStatus;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;

/** The form that ends the work: « Traité ». It sends back the status that the page displayed: {@code finish-seen}. */
@Model
public class FinishForm extends CaseWords {
    @Inject
    NeighbourCases neighbours;

    public void finish() {
        moveTo(CaseStatus.DONE);
        neighbours.openNext(CaseStatus.DONE);
    }

    public boolean isOnPage() {
        return rights().isFinishable() || isSent("finish");
    }

    /** Returns the typed text, once the form is no longer on the page. */
    public String getUnsaved() {
        return rights().isFinishable() ? "" : typed(comment, message);
    }
}
