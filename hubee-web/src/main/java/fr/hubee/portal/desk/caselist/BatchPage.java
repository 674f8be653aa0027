package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.CaseWorkService.MoveReport;
import fr.hubee.desk.casework.PortalTransitions;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.DownloadProgress;
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
import java.util.Set;
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
    private List<CaseLine> shown;
    private DownloadProgress leaving;

    /** Whether the user has any right beyond reading; those who see the télédossiers of all services handle none of them. */
    public boolean isWorking() {
        return list.isForOneOrganization() && caller().is(RoleNames.MANAGE_FOLDERS);
    }

    /** Returns the address of the list as it is. */
    public String getHere() {
        return list.getTable().getHere();
    }

    public List<BatchAct> getActs() {
        return List.of(BatchAct.values());
    }

    /** Returns the chosen lines of the page: one whose status has changed since it was chosen is chosen no more. */
    public List<CaseLine> getSelection() {
        var keys = sent();
        return list.getTable().getShown().stream()
                .filter(line -> keys.contains(CaseListTable.key(line)))
                .toList();
    }

    /** PrimeFaces gives what it has found itself, which {@link #getSelection} reads again. */
    public void setSelection(List<CaseLine> found) {
        // nothing to keep
    }

    public ChosenCases getChosen() {
        return new ChosenCases(getSelection());
    }

    /** Returns the actions that the status and the démarche of all chosen lines allow, when they have the same status. */
    public List<BatchAct> getOffered() {
        var chosen = getChosen();
        return chosen.isOfOneStatus()
                ? Stream.of(BatchAct.values())
                        .filter(act -> chosen.lines().stream()
                                .allMatch(line -> next(line).contains(act.wanted())))
                        .toList()
                : List.of();
    }

    /** Returns the files that are leaving the page. */
    public DownloadProgress getLeaving() {
        var lines = list.getTable().getShown();
        if (shown != lines) {
            shown = lines;
            leaving = new DownloadProgress(
                    request(),
                    lines.stream()
                            .filter(CaseLine::isBegunByDownload)
                            .collect(Collectors.toMap(line -> line.id().toString(), line -> 1)));
        }
        return leaving;
    }

    private List<CaseStatus> next(CaseLine line) {
        return known(line).map(known -> known.from(line.status())).orElse(List.of());
    }

    private Optional<PortalTransitions> known(CaseLine line) {
        return transitions.computeIfAbsent(line.processCode(), this::transitions);
    }

    /** Returns who reads the text of an act that must say why: the démarches of the chosen télédossiers decide. */
    public String getReaders() {
        var messages = getChosen().lines().stream()
                .map(line -> known(line).map(PortalTransitions::allowMessage).orElse(false))
                .collect(Collectors.toSet());
        return BatchAct.WORDS.getString(
                messages.equals(Set.of(true))
                        ? "readers.applicants"
                        : messages.equals(Set.of(false)) ? "readers.colleagues" : "readers.both");
    }

    private Optional<PortalTransitions> transitions(String code) {
        return processes.find(code).map(PortalTransitions::new);
    }

    public void act(BatchAct act) {
        var sent = sent();
        var from = statuses(sent);
        var text = typed(act.name());
        if (sent.isEmpty()) {
            PageMessages.refusal("Cochez au moins un télédossier, puis choisissez ce qu’il faut en faire.");
        } else if (from.size() != 1 || sent.size() != counted()) {
            PageMessages.refusal("Les télédossiers cochés n’étaient pas ceux que la page comptait : rien n’a changé."
                    + " Vérifiez votre choix, puis recommencez.");
        } else if (act.isExplained() && (text == null || text.isBlank())) {
            PageMessages.fieldError(act.name(), CaseMove.unexplained(act.wanted()));
        } else {
            var move = new CaseMove(
                    from.iterator().next(),
                    act.wanted(),
                    act.isExplained() ? null : text,
                    act.isExplained() ? text : null);
            tell(act, work.move(caller(), ids(sent), move), text);
            getValues().clear();
            showAgain();
        }
        tell();
    }

    /** Returns how many chosen télédossiers the page showed: the answer to her last choice may be missing. */
    private int counted() {
        var count = request().getParameter("comptes");
        return count != null && count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : 0;
    }

    /** Shows again what is told only when it is another: whoever hears the page hears it once. */
    public void tell() {
        list.count();
        getLeaving().tell();
        if (getSelection().size() != counted()) {
            PrimeFaces.current().ajax().update("bar-told");
        }
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

    /** Returns the keys of the chosen lines, also of those that have left the list; invalid ones are forged, and ignored. */
    private Set<String> sent() {
        var keys = request().getParameter("cases_selection");
        return Stream.of(keys == null ? new String[0] : keys.split(",", -1))
                .filter(key -> key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_[A-Z_]+"))
                .collect(Collectors.toSet());
    }

    private static List<UUID> ids(Set<String> keys) {
        return keys.stream().map(key -> UUID.fromString(key.substring(0, 36))).toList();
    }

    private static Set<CaseStatus> statuses(Set<String> keys) {
        return keys.stream()
                .map(key -> QueryParameter.one(CaseStatus.class, key.substring(37)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
