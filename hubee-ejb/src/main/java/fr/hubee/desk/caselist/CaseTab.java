package fr.hubee.desk.caselist;

import fr.hubee.exchange.status.CaseStatus;
import java.util.EnumSet;
import java.util.Set;

/** The tabs of the portal's list (specification §6.3), and two more, so that each case of « all » is in another one too. */
public enum CaseTab {
    ALL("Tous", null),
    NEW("Nouveaux", CaseStatus.SENT),
    RECEIVED("Reçus", CaseStatus.SI_RECEIVED),
    IN_PROGRESS("En cours", CaseStatus.IN_PROGRESS),
    AWAITING("En attente de compléments", CaseStatus.ADD_AWAITING),
    REFUSED("Refusés", CaseStatus.REFUSED),
    DONE("Traités", CaseStatus.DONE),
    CLOSED("Clos", CaseStatus.CLOSED),
    ARCHIVED("Archivés", CaseStatus.ARCHIVED),
    INTEGRATION_ERROR("Erreurs d’intégration", CaseStatus.SI_INTG_ERROR);

    private final String label;
    private final CaseStatus status;

    CaseTab(String label, CaseStatus status) {
        this.label = label;
        this.status = status;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    /** Whether it is shown even when it is empty. */
    public boolean isUsual() {
        return this != ARCHIVED && this != INTEGRATION_ERROR;
    }

    /** The statuses shown in the tab. Cases not yet fetched are in no tab. */
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
