package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.AssignmentService.Handler;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** « Pris par » in the lines of the list: read once for a whole page. */
@Named
@RequestScoped
public class ListHandlers {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    AssignmentService assignments;

    private List<CaseLine> known;
    private Map<UUID, Handler> handlers = Map.of();

    /** Returns « Pris par vous », « Pris par Odile Martin (en son absence : Paul Roux) »; empty for nobody. */
    public String of(CaseLine line, List<CaseLine> page) {
        if (page != known) {
            known = page;
            handlers = isShown()
                    ? assignments.handlers(
                            currentCaller.get(), page.stream().map(CaseLine::id).toList())
                    : Map.of();
        }
        var handler = handlers.get(line.id());
        return handler == null
                ? ""
                : "Pris par " + (handler.me() ? "vous" : AssignmentForm.named(handler.name(), handler.deputy()));
    }

    /** Whether it is shown: only within the service. */
    public boolean isShown() {
        return currentCaller.get().is(RoleNames.READ_FOLDERS)
                && !currentCaller.get().is(RoleNames.BUSINESS)
                && !currentCaller.get().is(RoleNames.ADMIN);
    }
}
