package fr.hubee.desk.casework;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.exchange.status.CaseStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The status changes that the portal offers (specification §3.2, §3.3). They bind people only: the API checks no order.
 *
 * <p>A closed or completed case cannot be changed, nor can one that HubEE has not fetched yet.
 */
public final class PortalTransitions {
    private final ProcessDetails process;

    public PortalTransitions(ProcessDetails process) {
        this.process = process;
    }

    /** Returns the next statuses, in workflow order. */
    public List<CaseStatus> from(CaseStatus current) {
        return List.copyOf(offered(current));
    }

    /** The statuses that a case goes through, one by one, until its work has begun; none where it cannot begin. */
    List<CaseStatus> toBegin(CaseStatus current) {
        return switch (current) {
            case SENT -> List.of(CaseStatus.SI_RECEIVED, CaseStatus.IN_PROGRESS);
            case SI_RECEIVED -> List.of(CaseStatus.IN_PROGRESS);
            default -> List.of();
        };
    }

    public boolean allow(CaseStatus current, CaseStatus wanted) {
        return offered(current).contains(wanted);
    }

    private Set<CaseStatus> offered(CaseStatus current) {
        var offered = ordered(current);
        if (!process.authorizedAwaiting()) {
            offered.remove(CaseStatus.ADD_AWAITING);
        }
        if (process.portal().neverRefused()) {
            offered.remove(CaseStatus.REFUSED);
        }
        return offered;
    }

    /** Returns the next statuses for a démarche without restrictions. */
    private static Set<CaseStatus> ordered(CaseStatus current) {
        return switch (current) {
            case SENT -> EnumSet.of(CaseStatus.SI_RECEIVED, CaseStatus.IN_PROGRESS);
            case SI_RECEIVED -> EnumSet.of(CaseStatus.IN_PROGRESS, CaseStatus.REFUSED);
            case IN_PROGRESS -> EnumSet.of(CaseStatus.ADD_AWAITING, CaseStatus.REFUSED, CaseStatus.DONE);
            case ADD_AWAITING -> EnumSet.of(CaseStatus.DONE);
            case HUBEE_RECEIVED, HUBEE_COMPLETED, HUBEE_NOTIFIED, SI_INTG_ERROR, REFUSED, DONE, CLOSED, ARCHIVED ->
                EnumSet.noneOf(CaseStatus.class);
        };
    }

    /** Whether people may write messages, by themselves or with a status. Software may send one with a status elsewhere, too. */
    public boolean allowMessage() {
        return process.messageToTransmitter();
    }

    /** Whether agents open the files of a finished case only where the support lets them. */
    boolean closeFilesWhenFinished() {
        return process.retention().portalFilesKept() != null;
    }

    public boolean allowDeposit() {
        return !process.attachments().siFormats().isEmpty();
    }
}
