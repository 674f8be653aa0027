package fr.hubee.folder;

import fr.hubee.account.AccountDirectory;
import fr.hubee.security.Caller;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What every act of a person on a case begins and ends with. */
@Dependent
class WorkableCases {
    /** The same words within that time are one click, done twice. */
    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    @Inject
    CaseRepository cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    AccountDirectory accounts;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Held: whoever else acts on its folder waits. */
    Case hold(Caller caller, UUID id) {
        return own(caller, cases.requireForUpdate(caller, id));
    }

    Case find(Caller caller, UUID id) {
        return own(caller, cases.require(caller, id));
    }

    /** The national administrator sees the cases of all, and acts for nobody. */
    private static Case own(Caller caller, Case theCase) {
        if (!theCase.recipient().equals(caller.organization())) {
            throw new NotAllowed(CaseRights.NOT_OURS).on(theCase.id());
        }
        return theCase;
    }

    CaseRights rights(Caller caller, Case theCase) {
        var process = recorder.process(theCase);
        return CaseRights.of(
                caller, theCase, new PortalTransitions(theCase.processCode(), process, settings.neverRefused()));
    }

    /** Adds an event in her name, told to the operator or not. */
    CaseEvent record(Caller caller, Case theCase, ActionType action, CaseMove words, boolean told) {
        return record(caller, theCase, event(caller, action, words, told, List.of()));
    }

    CaseEvent record(Caller caller, Case theCase, NewCaseEvent event) {
        return recorder.record(caller, theCase, Party.RECIPIENT, theCase.recipient(), event);
    }

    NewCaseEvent event(Caller caller, ActionType action, CaseMove words, boolean told, List<NewAttachment> files) {
        return new NewCaseEvent(
                action,
                author(caller),
                words.message(),
                words.comment(),
                told,
                words.from() == null ? null : words.from().name(),
                words.to(),
                null,
                files,
                Portal.PARTNER);
    }

    /** Whether it is what she has just said already. */
    boolean isRepeated(Caller caller, Case theCase, ActionType action, CaseMove words) {
        return cases.lastEvent(theCase)
                .filter(last -> last.actionType() == action
                        && Objects.equals(last.message(), words.message())
                        && Objects.equals(last.comment(), words.comment())
                        && author(caller).equals(last.author())
                        && last.createdAt().plus(DOUBLE_CLICK).isAfter(clock.instant()))
                .isPresent();
    }

    String told(Case theCase) {
        return LastMove.tell(theCase.status(), cases.lastMove(theCase));
    }

    private String author(Caller caller) {
        return accounts.findByLogin(caller.name())
                .map(person -> person.firstName() + " " + person.lastName())
                .orElse(caller.name());
    }
}
