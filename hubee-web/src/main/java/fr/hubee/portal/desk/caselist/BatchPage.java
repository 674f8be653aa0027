package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.CaseWorkService.MoveReport;
import fr.hubee.desk.casework.PortalTransitions;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/** The actions on the télédossiers chosen in the list. */
@Model
public class BatchPage extends PersonPage {
    @Inject
    CaseWorkService work;

    @Inject
    ProcessService processes;

    @Inject
    CaseListPage list;

    private final Map<String, Optional<PortalTransitions>> transitions = new HashMap<>();

    /** Whether the user has any right beyond reading; those who see the télédossiers of all services handle none of them. */
    public boolean isWorking() {
        return list.isForOneOrganization() && caller().is(RoleNames.MANAGE_FOLDERS);
    }

    public List<BatchAct> getActs() {
        return List.of(BatchAct.values());
    }

    /** Returns the actions that its status and démarche allow, for the script of the list. */
    public String offered(CaseLine line) {
        var next = transitions
                .computeIfAbsent(line.processCode(), this::transitions)
                .map(known -> known.from(line.status()))
                .orElse(List.of());
        return Stream.of(BatchAct.values())
                .filter(act -> next.contains(act.wanted()))
                .map(BatchAct::name)
                .collect(Collectors.joining(" "));
    }

    private Optional<PortalTransitions> transitions(String code) {
        return processes.find(code).map(PortalTransitions::new);
    }

    public void act(BatchAct act) {
        var from = QueryParameter.one(CaseStatus.class, request().getParameter("vu"));
        var ids = chosen();
        if (from == null || ids.isEmpty()) {
            PageMessages.refusal("Cochez au moins un télédossier, puis choisissez ce qu’il faut en faire.");
        } else {
            var text = typed(act.name());
            if (act.isExplained() && (text == null || text.isBlank())) {
                PageMessages.fieldError(act.name(), CaseMove.unexplained(act.wanted()));
                return;
            }
            var move =
                    new CaseMove(from, act.wanted(), act.isExplained() ? null : text, act.isExplained() ? text : null);
            tell(act, work.move(caller(), ids, move), text);
            getValues().clear();
        }
        showAgain();
    }

    /** Shows the list again: by its address where no script sent the form, or where nothing of its page is left. */
    private void showAgain() {
        var here = list.getTable().getHere();
        list.changed();
        if (!FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()
                || (list.isAny() && list.getTable().getShown().isEmpty())) {
            Pages.goTo(here);
        } else {
            PrimeFaces.current().ajax().addCallbackParam("address", here);
        }
    }

    /** Returns the chosen identifiers; invalid ones are forged, and ignored. */
    private List<UUID> chosen() {
        var values = request().getParameterValues("td");
        return Stream.of(values == null ? new String[0] : values)
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }

    /** @param comment the one that refused télédossiers did not get: the user can copy it; may be null */
    private static void tell(BatchAct act, MoveReport report, String comment) {
        var done = report.done().size();
        if (done > 0) {
            PageMessages.success((done == 1 ? "1 télédossier est" : done + " télédossiers sont") + " maintenant « "
                    + act.wanted().label() + " ».");
        }
        report.refused().stream()
                .collect(Collectors.groupingBy(MoveReport.Line::text, LinkedHashMap::new, Collectors.toList()))
                .forEach((reason, lines) -> PageMessages.refusal(refusal(reason, lines)));
        if (comment != null && !comment.isBlank() && !report.refused().isEmpty()) {
            PageMessages.refusal("Votre texte n’y est pas enregistré : « " + comment + " »");
        }
    }

    private static String refusal(String reason, List<MoveReport.Line> lines) {
        var numbers = lines.stream()
                .map(MoveReport.Line::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var count =
                lines.size() == 1 ? "1 télédossier n’a pas changé" : lines.size() + " télédossiers n’ont pas changé";
        return count + (numbers.isEmpty() ? "" : " (" + numbers + ")") + " : " + reason;
    }

    /** Actions on several télédossiers at once (specification §3.3); a dialog asks for confirmation. */
    public enum BatchAct {
        RECEIVE(CaseStatus.SI_RECEIVED),
        START(CaseStatus.IN_PROGRESS),
        ASK(CaseStatus.ADD_AWAITING),
        REFUSE(CaseStatus.REFUSED),
        FINISH(CaseStatus.DONE);

        private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.hubee.portal.batch", Locale.FRENCH);

        private final CaseStatus wanted;

        BatchAct(CaseStatus wanted) {
            this.wanted = wanted;
        }

        /** Whether it must say why. */
        public boolean isExplained() {
            return CaseMove.isExplained(wanted);
        }

        public CaseStatus wanted() {
            return wanted;
        }

        /** Returns the text of its button and the title of its dialog. */
        public String label() {
            return WORDS.getString(name() + ".label");
        }

        public String confirmation() {
            return WORDS.getString(name() + ".confirmation");
        }

        public String advice() {
            return WORDS.getString(name() + ".advice");
        }
    }
}
