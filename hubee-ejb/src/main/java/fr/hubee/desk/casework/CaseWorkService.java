package fr.hubee.desk.casework;

import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static fr.hubee.exchange.status.CaseStatus.SI_RECEIVED;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.journal.audit.RefusalService;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The actions of a service's people on cases that arrived in the portal; cases that arrived in software are completed
 * there.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseWorkService {
    public static final int MOST = 100;

    private static final String HIDDEN = Words.text("desk.case.hidden");

    @Inject
    WorkableCases cases;

    @Inject
    Transactions transactions;

    @Inject
    RefusalService refusals;

    /** Changes the status of several cases independently: a refusal does not stop the others. */
    public MoveReport move(Caller caller, Collection<UUID> ids, CaseMove wanted) {
        if (ids.size() > MOST) {
            throw new InvalidRequest(Words.text("desk.case.tooMany", MOST));
        }
        var tidied = wanted.tidied();
        var lines = new ArrayList<MoveReport.Line>();
        for (var id : new LinkedHashSet<>(ids)) {
            lines.add(line(caller, id, tidied));
        }
        return new MoveReport(lines);
    }

    private MoveReport.Line line(Caller caller, UUID id, CaseMove wanted) {
        try {
            return transactions.call(() -> moved(caller, id, wanted));
        } catch (NotAllowed refused) {
            refusals.record(caller, String.valueOf(id));
            return new MoveReport.Line(id, null, false, HIDDEN);
        } catch (NotFound refused) {
            refused.hidden().ifPresent(object -> refusals.record(caller, object));
            return new MoveReport.Line(id, null, false, HIDDEN);
        } catch (HubeeException refused) {
            var externalId = transactions.call(() -> cases.find(caller, id).externalId());
            return new MoveReport.Line(id, externalId, false, refused.getMessage());
        }
    }

    /**
     * Changes the status of one case.
     *
     * @throws HubeeException with the reason, in French
     */
    public void move(Caller caller, UUID id, CaseMove wanted) {
        var tidied = wanted.tidied();
        transactions.call(() -> moved(caller, id, tidied));
    }

    /** A case that already has the requested status is left unchanged, unless that would drop a text: it is a double click. */
    private MoveReport.Line moved(Caller caller, UUID id, CaseMove wanted) {
        var theCase = cases.hold(caller, id);
        var rights = cases.rights(caller, theCase);
        var addressed =
                wanted.addressed(rights.messageAllowed()).to(theCase.folder().applicant());
        boolean there = theCase.status() == wanted.to() && wanted.from() != wanted.to();
        if (there && (wanted.isWordless() || cases.isLastMove(theCase, cases.move(caller, addressed)))) {
            return new MoveReport.Line(id, theCase.externalId(), true, cases.tellLastMove(theCase));
        }
        if (theCase.status() != wanted.from() && theCase.accessMode() != AccessMode.API) {
            var last = cases.tellLastMove(theCase);
            throw new Conflict(
                    wanted.isWordless()
                            ? Words.text("desk.case.moveTooLate", last)
                            : Words.text("desk.case.moveAndTextTooLate", last));
        }
        CaseRights.require(rights.moveRefusal());
        if (!rights.next().contains(wanted.to())) {
            throw new InvalidRequest(Words.text(
                    "desk.case.cannotMove",
                    theCase.status().label(),
                    wanted.to().label()));
        }
        addressed.requireExplained(rights.messageAllowed());
        cases.record(caller, theCase, cases.move(caller, addressed));
        return new MoveReport.Line(id, theCase.externalId(), true, null);
    }

    /**
     * A person has displayed the case: if nobody of its service had, it becomes received, and the operator is notified
     * as of any change of status.
     *
     * @return whether she was the first
     */
    @RolesAllowed(RoleNames.READ_FOLDERS)
    public boolean displayed(Caller caller, UUID id) {
        return transactions.call(() -> {
            var theCase = cases.hold(caller, id);
            boolean first = cases.rights(caller, theCase).receivedOnDisplay();
            if (first) {
                cases.record(caller, theCase, cases.move(caller, CaseMove.of(SENT, SI_RECEIVED, null)));
            }
            return first;
        });
    }

    /**
     * Receives a case, if nobody has, and begins its work. Each step is recorded and notified to the operator separately. Does nothing if
     * the work has already begun.
     *
     * @throws HubeeException with the reason, in French
     */
    public void begin(Caller caller, UUID id) {
        transactions.run(() -> {
            var theCase = cases.hold(caller, id);
            CaseRights.require(cases.rights(caller, theCase).moveRefusal());
            var steps = cases.transitions(theCase).toBegin(theCase.status());
            if (steps.isEmpty() && theCase.status() != IN_PROGRESS) {
                throw new Conflict(cases.tellLastMove(theCase));
            }
            for (var next : steps) {
                cases.record(caller, theCase, cases.move(caller, CaseMove.of(theCase.status(), next, null)));
            }
        });
    }

    /** Adds a comment for colleagues: the operator never reads it. */
    public void comment(Caller caller, UUID id, String text) {
        say(
                caller,
                id,
                CaseMove.COMMENT,
                text,
                CaseRights::commentRefusal,
                comment -> cases.note(caller, ActionType.COM_ADD, comment));
    }

    /** Sends a message to the applicant, through the operator. */
    public void message(Caller caller, UUID id, String text) {
        say(caller, id, CaseMove.MESSAGE, text, CaseRights::messageRefusal, message -> cases.message(caller, message));
    }

    private void say(
            Caller caller,
            UUID id,
            String what,
            String typed,
            Function<CaseRights, String> refusal,
            Function<String, NewCaseEvent> event) {
        var text = CaseMove.text(what, typed);
        if (text == null) {
            throw new InvalidRequest(Words.text("desk.text.missing", what));
        }
        transactions.run(() -> {
            var theCase = cases.hold(caller, id);
            requireNotLate(theCase, refusal.apply(cases.rights(caller, theCase)), what);
            var words = event.apply(text);
            if (!cases.isRepeated(theCase, words)) {
                cases.record(caller, theCase, words);
            }
        });
    }

    /** Refuses input that comes after somebody else has ended the work. */
    private void requireNotLate(Case theCase, String refusal, String what) {
        boolean late =
                refusal != null && CaseRights.isEnded(theCase.status()) && theCase.accessMode() != AccessMode.API;
        CaseRights.require(late ? Words.text("desk.case.textTooLate", cases.tellLastMove(theCase), what) : refusal);
    }

    /** The results of a change of status for several cases, one line each, in the requested order. */
    public record MoveReport(List<Line> lines) {

        /**
         * @param externalId null when the person may not see the case
         * @param done whether the case now has the requested status
         * @param text the reason of a refusal, or that nothing had to be done; else null
         */
        public record Line(UUID id, String externalId, boolean done, String text) {}

        public List<Line> done() {
            return lines.stream().filter(Line::done).toList();
        }

        public List<Line> refused() {
            return lines.stream().filter(line -> !line.done()).toList();
        }
    }
}
