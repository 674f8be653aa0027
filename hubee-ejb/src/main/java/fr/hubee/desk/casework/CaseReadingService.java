package fr.hubee.desk.casework;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Reads a case for people. Its service sees everything; the operator's business administrator sees neither files nor comments; the national
 * administrator sees everything except the bytes.
 */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class CaseReadingService {
    @Inject
    CaseLookup cases;

    @Inject
    CaseViewFactory views;

    @Inject
    Clock clock;

    /** Reads it for a person who opens its page; recorded. */
    public CaseView open(Caller caller, UUID id, HistoryPart part) {
        var theCase = cases.require(caller, id);
        cases.open(caller, theCase);
        return view(caller, theCase, part);
    }

    /** Reads it for a person who prints it; recorded. */
    public CaseView print(Caller caller, UUID id, HistoryPart part) {
        var theCase = cases.require(caller, id);
        cases.print(caller, theCase);
        return view(caller, theCase, part);
    }

    /** Reads it for a page that is already open, and its actions. */
    public CaseView read(Caller caller, UUID id, HistoryPart part) {
        return view(caller, cases.require(caller, id), part);
    }

    private CaseView view(Caller caller, Case theCase, HistoryPart part) {
        var transitions = new PortalTransitions(views.process(theCase));
        var rights = CaseRights.of(caller, theCase, transitions, cases.isFullToday(theCase), clock.instant());
        return views.of(caller, theCase, rights, part);
    }
}
