package fr.hubee.folder;

import fr.hubee.audit.RefusalService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.HubeeException;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;

/** What the people of a service do with the cases that arrived in the portal; what arrived in software is finished there. */
@Stateless
@RolesAllowed(Roles.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseWorkService {
    /** As many as a page of the list shows. */
    public static final int MOST = 100;

    private static final String HIDDEN = "Ce télédossier n’existe pas, ou vous n’y avez pas accès.";

    @Inject
    CaseWorkDesk desk;

    @Inject
    RefusalService refusals;

    /** Moves several cases, each on its own: one that is refused stops no other. */
    public MoveReport move(Caller caller, Collection<UUID> ids, CaseMove wanted) {
        if (ids.size() > MOST) {
            throw new InvalidRequest("Vous pouvez traiter au plus " + MOST + " télédossiers à la fois.");
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
            return desk.move(caller, id, wanted);
        } catch (NotAllowed refused) {
            refusals.record(caller, String.valueOf(id));
            return new MoveReport.Line(id, null, false, HIDDEN);
        } catch (NotFound hidden) {
            return new MoveReport.Line(id, null, false, HIDDEN);
        } catch (HubeeException refused) {
            return new MoveReport.Line(id, desk.externalId(caller, id), false, refused.getMessage());
        }
    }

    /**
     * Moves one case.
     *
     * @throws HubeeException why not, in French
     */
    public void move(Caller caller, UUID id, CaseMove wanted) {
        desk.move(caller, id, wanted.tidied());
    }

    /** Acknowledges a new case: from « Nouveau » to « Reçu ». */
    public void receive(Caller caller, UUID id) {
        move(caller, id, CaseMove.of(CaseStatus.SENT, CaseStatus.SI_RECEIVED, null));
    }

    /** Notes something for her colleagues: the operator never reads it. */
    public void comment(Caller caller, UUID id, String text) {
        desk.comment(caller, id, required("commentaire", text));
    }

    /** Writes to the applicant, through the operator. */
    public void message(Caller caller, UUID id, String text) {
        desk.message(caller, id, required("message", text));
    }

    private static String required(String what, String typed) {
        var text = CaseMove.text(what, typed);
        if (text == null) {
            throw new InvalidRequest("Écrivez d’abord votre " + what + ".");
        }
        return text;
    }
}
