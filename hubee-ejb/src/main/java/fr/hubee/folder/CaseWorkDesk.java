package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The short transactions of {@link CaseWorkService}: one for each case. */
@ApplicationScoped
@Transactional
class CaseWorkDesk {
    @Inject
    WorkableCases cases;

    /** Where it stands already where she wants it, nothing is done: it is the same click, twice. */
    MoveReport.Line move(Caller caller, UUID id, CaseMove wanted) {
        var theCase = cases.hold(caller, id);
        var rights = cases.rights(caller, theCase);
        if (theCase.status() == wanted.to() && wanted.from() != wanted.to()) {
            return new MoveReport.Line(id, theCase.externalId(), true, cases.told(theCase));
        }
        if (theCase.status() != wanted.from() && !rights.next().isEmpty()) {
            throw new Conflict(cases.told(theCase) + " Votre changement n’a pas été enregistré.");
        }
        CaseRights.require(rights.moveRefusal());
        if (!rights.next().contains(wanted.to())) {
            throw new InvalidRequest("Un télédossier « " + theCase.status().label() + " » ne peut pas passer à « "
                    + wanted.to().label() + " ».");
        }
        cases.record(caller, theCase, ActionType.STATUS_UPDATE, wanted, true);
        return new MoveReport.Line(id, theCase.externalId(), true, null);
    }

    String externalId(Caller caller, UUID id) {
        return cases.find(caller, id).externalId();
    }

    void comment(Caller caller, UUID id, String text) {
        var theCase = cases.hold(caller, id);
        CaseRights.require(cases.rights(caller, theCase).commentRefusal());
        say(caller, theCase, ActionType.COM_ADD, new CaseMove(null, null, text, null), false);
    }

    void message(Caller caller, UUID id, String text) {
        var theCase = cases.hold(caller, id);
        CaseRights.require(cases.rights(caller, theCase).messageRefusal());
        say(caller, theCase, ActionType.SENDING_MESSAGE, new CaseMove(null, null, null, text), true);
    }

    private void say(Caller caller, Case theCase, ActionType action, CaseMove words, boolean told) {
        if (!cases.isRepeated(caller, theCase, action, words)) {
            cases.record(caller, theCase, action, words, told);
        }
    }
}
