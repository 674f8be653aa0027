package fr.hubee.caselist;

import fr.hubee.folder.status.CaseStatus;
import java.util.EnumSet;
import java.util.Set;

/** The tabs of the portal's list (specification §6.3). */
public enum CaseTab {
    ALL("Tous", null),
    NEW("Nouveaux", CaseStatus.SENT),
    RECEIVED("Reçus", CaseStatus.SI_RECEIVED),
    IN_PROGRESS("En cours", CaseStatus.IN_PROGRESS),
    AWAITING("En attente de compléments", CaseStatus.ADD_AWAITING),
    REFUSED("Refusés", CaseStatus.REFUSED),
    DONE("Traités", CaseStatus.DONE),
    CLOSED("Clos", CaseStatus.CLOSED);

    private final String label;
    private final CaseStatus status;

    CaseTab(String label, CaseStatus status) {
        this.label = label;
        this.status = status;
    }

    /** On screen. */
    public String label() {
        return label;
    }

    /**
     * The statuses shown in the tab. Cases not yet fetched are in no tab; integration errors and archived cases are
     * only in « all ».
     */
    public Set<CaseStatus> statuses() {
        return this == ALL
                ? EnumSet.of(
                        CaseStatus.SENT,
                        CaseStatus.SI_RECEIVED,
                        CaseStatus.SI_INTG_ERROR,
                        CaseStatus.IN_PROGRESS,
                        CaseStatus.ADD_AWAITING,
                        CaseStatus.REFUSED,
                        CaseStatus.DONE,
                        CaseStatus.CLOSED,
                        CaseStatus.ARCHIVED)
                : EnumSet.of(status);
    }
}
