package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.AssignmentService.Colleague;
import fr.hubee.desk.casework.AssignmentService.Handler;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** « Attribué à »: the handler of the télédossier, and the actions that change it; the handlers of the lines of the list. */
@Model
public class AssignmentForm extends PersonPage {
    @Inject
    OpenedCase opened;

    @Inject
    AssignmentService assignments;

    private List<CaseLine> page;
    private Map<UUID, Handler> handlers;
    private List<Colleague> colleagues;
    private int actsKnown;
    private String colleague;

    /** Returns null for nobody. */
    public Handler getHandler() {
        var id = opened.view().id();
        if (handlers == null || actsKnown != opened.acts()) {
            actsKnown = opened.acts();
            colleagues = null;
            handlers = caller().is(RoleNames.READ_FOLDERS) ? assignments.handlers(caller(), List.of(id)) : Map.of();
        }
        return handlers.get(id);
    }

    /** Returns « Attribué à vous », « Attribué à Odile Martin (en son absence : Paul Roux) » in the list; empty for nobody. */
    public String of(CaseLine line, List<CaseLine> lines) {
        if (page != lines) {
            page = lines;
            var ids = lines.stream().map(CaseLine::id).toList();
            handlers = isShown() ? assignments.handlers(caller(), ids) : Map.of();
        }
        var handler = handlers.get(line.id());
        return handler == null ? "" : "Attribué à " + (handler.me() ? "vous" : named(handler.name(), handler.deputy()));
    }

    /** Whether the list shows it: only within the service. */
    public boolean isShown() {
        return caller().is(RoleNames.READ_FOLDERS) && !caller().is(RoleNames.BUSINESS) && !caller().is(RoleNames.ADMIN);
    }

    public String getHandlerName() {
        return named(getHandler().name(), getHandler().deputy());
    }

    public String label(Colleague each) {
        return named(each.name(), each.deputy());
    }

    /**
     * Returns the name of an absent person as colleagues see it.
     *
     * @param deputy null for none
     */
    private static String named(String name, String deputy) {
        return deputy == null ? name : name + " (en son absence : " + deputy + ")";
    }

    /** Whether a handler may still be chosen. */
    public boolean isOpen() {
        return opened.view().rights().moveRefusal() == null;
    }

    /** Returns the colleagues to whom she may hand it on, without its present handler. */
    public List<Colleague> getColleagues() {
        var handler = getHandler();
        if (colleagues == null) {
            colleagues = isOpen()
                    ? assignments.colleagues(caller(), opened.view().id()).stream()
                            .filter(each -> handler == null || !each.accountId().equals(handler.accountId()))
                            .toList()
                    : List.of();
        }
        return colleagues;
    }

    public void take() {
        assignments.take(caller(), opened.acting());
        opened.done("Ce télédossier vous est attribué.");
    }

    public void giveBack() {
        assignments.giveBack(caller(), opened.acting());
        opened.done("Ce télédossier n’est plus attribué à personne.");
    }

    public void handOn() {
        assignments.handOn(caller(), opened.acting(), QueryParameter.id(colleague));
        opened.done("Ce télédossier est attribué à " + getHandler().name() + ".");
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = colleague;
    }
}
