package fr.hubee.portal.caselist;

import fr.hubee.caselist.CaseLine;
import fr.hubee.casework.CaseMove;
import fr.hubee.casework.CaseWorkService;
import fr.hubee.casework.CaseWorkSettings;
import fr.hubee.casework.MoveReport;
import fr.hubee.casework.PortalTransitions;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.process.ProcessService;
import fr.hubee.security.Roles;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions on the télédossiers chosen in the list. */
@Named
@RequestScoped
public class BatchPage {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    CaseWorkService work;

    @Inject
    ProcessService processes;

    @Inject
    CaseWorkSettings settings;

    @Inject
    HttpServletRequest request;

    private final Map<String, Optional<PortalTransitions>> transitions = new HashMap<>();

    /** Whether the user has any right beyond reading. */
    public boolean isWorking() {
        return currentCaller.get().is(Roles.MANAGE_FOLDERS);
    }

    public List<BatchAct> getActs() {
        return List.of(BatchAct.values());
    }

    /** Whether any action here applies to it; a finished one may still be downloaded. */
    public boolean isWorkable(CaseLine line) {
        return isWorking() && line.isHandledHere();
    }

    /** The actions that its status and démarche allow, for the script of the list. */
    public String offered(CaseLine line) {
        var next = next(line);
        return Stream.of(BatchAct.values())
                .filter(act -> next.contains(act.wanted()))
                .map(BatchAct::name)
                .collect(Collectors.joining(" "));
    }

    private List<CaseStatus> next(CaseLine line) {
        return transitions
                .computeIfAbsent(line.processCode(), this::transitions)
                .map(known -> known.from(line.status()))
                .orElse(List.of());
    }

    private Optional<PortalTransitions> transitions(String code) {
        return processes.find(code).map(process -> new PortalTransitions(code, process, settings.neverRefused()));
    }

    /** Does it, reports the result, and shows the same list again. */
    public void act(BatchAct act) throws IOException {
        var from = Stream.of(CaseStatus.values())
                .filter(status -> status.name().equals(request.getParameter("vu")))
                .findFirst();
        var ids = chosen();
        if (from.isEmpty() || ids.isEmpty()) {
            PageMessages.refusal("Cochez au moins un télédossier, puis choisissez ce qu’il faut en faire.");
        } else {
            var comment = request.getParameter("commentaire-" + act.name());
            tell(act, work.move(currentCaller.get(), ids, CaseMove.of(from.get(), act.wanted(), comment)));
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(ListAddress.parse(request.getParameter("retour")));
    }

    /** Invalid identifiers are forged, and are ignored. */
    private List<UUID> chosen() {
        var values = request.getParameterValues("td");
        return Stream.of(values == null ? new String[0] : values)
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }

    private static void tell(BatchAct act, MoveReport report) {
        var done = report.done().size();
        if (done > 0) {
            PageMessages.success((done == 1 ? "1 télédossier est" : done + " télédossiers sont") + " maintenant « "
                    + act.wanted().label() + " ».");
        }
        report.refused().stream()
                .collect(Collectors.groupingBy(MoveReport.Line::text, LinkedHashMap::new, Collectors.toList()))
                .forEach((reason, lines) -> PageMessages.refusal(refusal(reason, lines)));
    }

    private static String refusal(String reason, List<MoveReport.Line> lines) {
        var numbers = lines.stream()
                .map(MoveReport.Line::externalId)
                .filter(number -> number != null)
                .collect(Collectors.joining(", "));
        var count =
                lines.size() == 1 ? "1 télédossier n’a pas changé" : lines.size() + " télédossiers n’ont pas changé";
        return count + (numbers.isEmpty() ? "" : " (" + numbers + ")") + " : " + reason;
    }
}
