package fr.hubee.desk.casework;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rights of a person on a case in the portal. Each refusal is a reason in French, or null where the action is allowed.
 *
 * @param receivedOnDisplay whether it becomes received when this person displays it: she is the first of its service to do so
 * @param next the statuses offered
 * @param messageAllowed whether the démarche lets people write messages, by themselves or with a status
 * @param rescue whether she reads it because her service's software is silent: she may only read it and download its files
 */
public record CaseRights(
        boolean receivedOnDisplay,
        List<CaseStatus> next,
        boolean messageAllowed,
        boolean rescue,
        String moveRefusal,
        String downloadRefusal,
        String messageRefusal,
        String commentRefusal,
        String depositRefusal) {
    static final String NOT_OURS = Words.text("desk.case.notOurs");

    /** Downloading all files moves the case from these statuses to « in progress ». */
    public static final Set<CaseStatus> NOT_BEGUN = EnumSet.of(CaseStatus.SENT, CaseStatus.SI_RECEIVED);

    private static final Set<CaseStatus> AT_WORK =
            EnumSet.of(CaseStatus.SI_RECEIVED, CaseStatus.IN_PROGRESS, CaseStatus.ADD_AWAITING);

    /** Its service has ended its work; its operator has not closed it. */
    public static final Set<CaseStatus> FINISHED = EnumSet.of(CaseStatus.DONE, CaseStatus.REFUSED);

    static final String FULL = Words.text("desk.case.fullToday");

    public boolean isBeginnable() {
        return next.contains(CaseStatus.IN_PROGRESS);
    }

    /** @param full whether its history takes no event of its service before tomorrow */
    static CaseRights of(Caller caller, Case theCase, PortalTransitions transitions, boolean full, Instant now) {
        var next = transitions.from(theCase.status());
        var work = workRefusal(caller, theCase);
        boolean receivedOnDisplay = !full && isReceivedOnDisplay(caller, theCase);
        if (work != null) {
            return new CaseRights(receivedOnDisplay, List.of(), false, false, work, work, work, work, work);
        }
        var download = downloadRefusal(theCase, transitions, now);
        if (full) {
            return new CaseRights(false, List.of(), false, false, FULL, download, FULL, FULL, FULL);
        }
        var atWork = atWorkRefusal(theCase.status());
        return new CaseRights(
                receivedOnDisplay,
                next,
                transitions.allowMessage(),
                false,
                next.isEmpty() ? Words.text("desk.case.status", theCase.status().label()) : null,
                download,
                transitions.allowMessage() ? atWork : Words.text("desk.case.noMessage"),
                theCase.status() == CaseStatus.SENT ? atWork : null,
                transitions.allowDeposit() ? atWork : Words.text("desk.case.noDeposit"));
    }

    /**
     * Returns the rights of the local administrator on a case that waits for silent software (ADR 38): she reads it and downloads its
     * files, and it is handled in the software.
     *
     * @param silence of the software that the case waits for; null when that software calls
     * @return empty for anybody else, and for a case that the software has fetched
     */
    static Optional<CaseRights> rescuing(Caller caller, Case theCase, SilentSubscription silence) {
        boolean open = silence != null
                && silence.service().equals(theCase.recipient())
                && silence.processCode().equals(theCase.processCode())
                && theCase.recipient().equals(caller.organization())
                && caller.is(RoleNames.LOCAL)
                && caller.secondFactorAt() != null
                && theCase.accessMode() == AccessMode.API
                && theCase.status() == CaseStatus.HUBEE_NOTIFIED;
        if (!open) {
            return Optional.empty();
        }
        var reason = reason(silence);
        return Optional.of(new CaseRights(false, List.of(), false, true, reason, null, reason, reason, reason));
    }

    private static String reason(SilentSubscription silence) {
        var since = Paris.MOMENT.format(silence.since());
        return silence.editorName() == null
                ? Words.text("desk.rescue.silent", since)
                : Words.text("desk.rescue.silentOf", since, silence.editorName());
    }

    /** Whether it becomes received when a person displays it, even if she may only read (ADR 41). */
    private static boolean isReceivedOnDisplay(Caller caller, Case theCase) {
        return theCase.status() == CaseStatus.SENT
                && theCase.recipient().equals(caller.organization())
                && caller.is(RoleNames.READ_FOLDERS)
                && portalRefusal(theCase.accessMode(), theCase.status()) == null;
    }

    private static String workRefusal(Caller caller, Case theCase) {
        if (!theCase.recipient().equals(caller.organization())) {
            return NOT_OURS;
        }
        if (!caller.manages(theCase.processCode())) {
            return Words.text("desk.case.readOnly");
        }
        return portalRefusal(theCase.accessMode(), theCase.status());
    }

    /** The refusal that applies to everybody. */
    private static String portalRefusal(AccessMode accessMode, CaseStatus status) {
        if (accessMode == AccessMode.API) {
            return Words.text("desk.case.inSoftware");
        }
        if (status.isToBeFetched() && accessMode == null) {
            return Words.text("desk.case.noAccessMode");
        }
        if (status.isToBeFetched()) {
            return Words.text("desk.case.beingFetched");
        }
        return switch (status) {
            case CLOSED -> Words.text("desk.case.closed");
            case ARCHIVED -> Words.text("desk.case.archived");
            default -> null;
        };
    }

    /** The files of a démarche that closes them when a case is finished are open again as long as the support lets them. */
    private static String downloadRefusal(Case theCase, PortalTransitions transitions, Instant now) {
        boolean closed = FINISHED.contains(theCase.status())
                && transitions.closeFilesWhenFinished()
                && !theCase.hasFilesOpened(now);
        return closed
                ? Words.text("desk.case.filesClosed", theCase.status().label())
                : downloadRefusal(theCase.status());
    }

    /** Whether the people who handle such a case may download its files from the portal. */
    public static boolean allowDownload(AccessMode accessMode, CaseStatus status) {
        return portalRefusal(accessMode, status) == null && downloadRefusal(status) == null;
    }

    /** The files of a refused case may still be needed for an appeal (ADR 43). */
    private static String downloadRefusal(CaseStatus status) {
        return status == CaseStatus.SI_INTG_ERROR ? atWorkRefusal(status) : null;
    }

    /** Whether nothing is expected of its service any more, at least for now. */
    static boolean isEnded(CaseStatus status) {
        return status != CaseStatus.SENT && !AT_WORK.contains(status);
    }

    private static String atWorkRefusal(CaseStatus status) {
        if (AT_WORK.contains(status)) {
            return null;
        }
        return status == CaseStatus.SENT
                ? Words.text("desk.case.notReceived")
                : Words.text("desk.case.ended", status.label());
    }

    /** @throws InvalidRequest with the refusal, if there is one */
    static void require(String refusal) {
        if (refusal != null) {
            throw new InvalidRequest(refusal);
        }
    }
}
