package fr.hubee.folder;

import fr.hubee.account.AccountDirectory;
import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotAllowed;
import fr.hubee.subscription.AccessMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The short transactions of {@link CaseWorkService}: one for each case. */
@ApplicationScoped
@Transactional
class CaseWorkDesk {
    @Inject
    CaseRepository cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    AccountDirectory accounts;

    /** Where it stands already where she wants it, nothing is done: it is the same click, twice. */
    MoveReport.Line move(Caller caller, UUID id, CaseMove wanted) {
        var theCase = workable(caller, id);
        if (theCase.status() == wanted.to() && wanted.from() != wanted.to()) {
            return new MoveReport.Line(id, theCase.externalId(), true, told(theCase));
        }
        if (theCase.status() != wanted.from()) {
            throw new Conflict(told(theCase) + " Votre changement n’a pas été enregistré.");
        }
        if (!new PortalTransitions(recorder.process(theCase)).allow(wanted.from(), wanted.to())) {
            throw new InvalidRequest("Un télédossier « " + wanted.from().label() + " » ne peut pas passer à « "
                    + wanted.to().label() + " ».");
        }
        record(caller, theCase, event(ActionType.STATUS_UPDATE, wanted, author(caller)));
        return new MoveReport.Line(id, theCase.externalId(), true, null);
    }

    String externalId(Caller caller, UUID id) {
        return cases.require(caller, id).externalId();
    }

    private Case workable(Caller caller, UUID id) {
        var theCase = cases.requireForUpdate(caller, id);
        if (!theCase.recipient().equals(caller.organization())) {
            throw new NotAllowed("Seuls les agents de l’organisation destinataire traitent ce télédossier.");
        }
        if (theCase.accessMode() == AccessMode.API) {
            throw new InvalidRequest(
                    "Ce télédossier est arrivé dans votre logiciel métier : c’est là qu’il se traite.");
        }
        return theCase;
    }

    private void record(Caller caller, Case theCase, NewCaseEvent event) {
        recorder.record(caller, theCase, Party.RECIPIENT, theCase.recipient(), event);
    }

    private static NewCaseEvent event(ActionType action, CaseMove move, String author) {
        return new NewCaseEvent(
                action,
                author,
                move.message(),
                move.comment(),
                true,
                move.from().name(),
                move.to(),
                null,
                List.of(),
                PortalReceptionService.PORTAL);
    }

    private String told(Case theCase) {
        return LastMove.tell(theCase.status(), cases.lastMove(theCase));
    }

    private String author(Caller caller) {
        return accounts.findByLogin(caller.name())
                .map(person -> person.firstName() + " " + person.lastName())
                .orElse(caller.name());
    }
}
