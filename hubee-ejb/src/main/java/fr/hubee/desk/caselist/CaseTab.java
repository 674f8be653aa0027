package fr.hubee.desk.caselist;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.Words;
import java.util.EnumSet;
import java.util.Set;

/** The tabs of the portal's list (specification §6.3), and two more, so that each case of « all » is in another one too. */
public enum CaseTab {
    ALL(null),
    NEW(CaseStatus.SENT),
    RECEIVED(CaseStatus.SI_RECEIVED),
    IN_PROGRESS(CaseStatus.IN_PROGRESS),
    AWAITING(CaseStatus.ADD_AWAITING),
    REFUSED(CaseStatus.REFUSED),
    DONE(CaseStatus.DONE),
    CLOSED(CaseStatus.CLOSED),
    ARCHIVED(CaseStatus.ARCHIVED),
    INTEGRATION_ERROR(CaseStatus.SI_INTG_ERROR);

    private final CaseStatus status;

    CaseTab(CaseStatus status) {
        this.status = status;
    }

    public String label() {
        return Words.label(this);
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
