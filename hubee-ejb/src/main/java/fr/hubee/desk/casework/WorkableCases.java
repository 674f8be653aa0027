package fr.hubee.desk.casework;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steps common to all actions of a person on a case. */
@Dependent
class WorkableCases {
    /** A repeated text within that time counts as a double click. */
    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    private static final DateTimeFormatter MOMENT = Paris.moments(Words.text("desk.shortMoment", Paris.HOUR));

    /** Events that do not notify the operator. */
    private static final Set<ActionType> WITHIN_THE_SERVICE =
            EnumSet.of(ActionType.COM_ADD, ActionType.ATTACH_DL, ActionType.ATTACH_DL_ALL);

    @Inject
    CaseLookup cases;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessService processes;

    @Inject
    CaseRecorder recorder;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    /** Locks the folder's row: concurrent changes of the folder wait. */
    Case hold(Caller caller, UUID id) {
        return own(caller, cases.requireForUpdate(caller, id));
    }

    Case find(Caller caller, UUID id) {
        return own(caller, cases.require(caller, id));
    }

    /** The national administrator sees all cases, but may not act on them. */
    private static Case own(Caller caller, Case theCase) {
        if (!theCase.recipient().equals(caller.organization())) {
            throw new NotAllowed(CaseRights.NOT_OURS).on(theCase.id());
        }
        return theCase;
    }

    ProcessDetails process(Case theCase) {
        return processes.find(theCase.processCode()).orElseThrow();
    }

    CaseRights rights(Caller caller, Case theCase) {
        return CaseRights.of(caller, theCase, transitions(theCase), isFullToday(theCase), clock.instant());
    }

    /** Whether its history takes no event before tomorrow. */
    boolean isFullToday(Case theCase) {
        return cases.isFullToday(theCase);
    }

    PortalTransitions transitions(Case theCase) {
        return new PortalTransitions(process(theCase));
    }

    CaseEvent record(Caller caller, Case theCase, NewCaseEvent event) {
        return recorder.record(caller, theCase, Party.RECIPIENT, theCase.recipient(), event);
    }

    NewCaseEvent move(Caller caller, CaseMove wanted) {
        return event(
                caller,
                ActionType.STATUS_UPDATE,
                wanted.message(),
                wanted.comment(),
                wanted.from().name(),
                wanted.to(),
                List.of());
    }

    NewCaseEvent message(Caller caller, String text) {
        return event(caller, ActionType.SENDING_MESSAGE, text, null, null, null, List.of());
    }

    /** An event internal to the service: the operator is not notified. */
    NewCaseEvent note(Caller caller, ActionType action, String comment) {
        return event(caller, action, null, comment, null, null, List.of());
    }

    NewCaseEvent deposit(Caller caller, List<NewAttachment> files) {
        return event(caller, ActionType.ATTACH_DEPOSIT, null, null, null, null, files);
    }

    private NewCaseEvent event(
            Caller caller,
            ActionType action,
            String message,
            String comment,
            String before,
            CaseStatus after,
            List<NewAttachment> files) {
        boolean notified = !WITHIN_THE_SERVICE.contains(action);
        return new NewCaseEvent(
                action, author(caller), message, comment, notified, before, after, null, files, NewCaseEvent.OF_PORTAL);
    }

    boolean isRepeated(Case theCase, NewCaseEvent event) {
        return last(theCase, "")
                .filter(last -> isSame(last, event)
                        && last.createdAt().plus(DOUBLE_CLICK).isAfter(clock.instant()))
                .isPresent();
    }

    /** Whether the last change of status says the same, and is by the same person. */
    boolean isLastMove(Case theCase, NewCaseEvent event) {
        return lastMove(theCase).filter(last -> isSame(last, event)).isPresent();
    }

    private static boolean isSame(CaseEvent last, NewCaseEvent event) {
        return last.actionType() == event.actionType()
                && Objects.equals(last.message(), event.message())
                && Objects.equals(last.comment(), event.comment())
                && event.author().equals(last.author());
    }

    Optional<CaseEvent> lastMove(Case theCase) {
        return last(
                theCase,
                " and e.caseNewStatus is not null and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS");
    }

    private Optional<CaseEvent> last(Case theCase, String condition) {
        return entities.createQuery(
                        "select e from CaseEvent e where e.theCase = :case" + condition
                                + " order by e.createdAt desc, e.id desc",
                        CaseEvent.class)
                .setParameter("case", theCase)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Describes the last change of a case (status, author, date) to a person whose own change came too late. The event may be missing or
     * outdated: software may set a status without an event.
     */
    String tellLastMove(Case theCase) {
        var label = theCase.status().label();
        return lastMove(theCase)
                .filter(last -> last.caseNewStatus() == theCase.status())
                .map(last -> last.author() == null
                        ? Words.text("desk.case.movedAt", label, MOMENT.format(last.createdAt()))
                        : Words.text("desk.case.movedBy", label, MOMENT.format(last.createdAt()), last.author()))
                .orElseGet(() -> Words.text("desk.case.status", label));
    }

    private String author(Caller caller) {
        return accounts.findByLogin(caller.name())
                .map(person -> person.firstName() + " " + person.lastName())
                .orElse(caller.name());
    }
}
