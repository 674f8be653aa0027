package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.casework.ReadyAnswer;
import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.portal.desk.caselist.BatchPage;
import fr.hubee.portal.desk.caselist.BatchPage.BatchAct;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.primefaces.PrimeFaces;

/** The ready-made answers offered for télédossiers chosen in the list, when all are of one démarche; the name of each applicant is left open. */
@Model
public class BatchAnswers extends PersonPage {
    @Inject
    ReadyAnswerService answers;

    @Inject
    BatchPage batch;

    private final Map<String, List<ReadyAnswer>> all = new HashMap<>();

    public List<ReadyAnswer> getAll() {
        var process = process();
        return process == null ? List.of() : all.computeIfAbsent(process, code -> answers.list(caller(), code));
    }

    /** Returns null when there is not one démarche, or she writes no messages for it. */
    private String process() {
        var codes = batch.getChosen().lines().stream()
                .map(CaseLine::processCode)
                .distinct()
                .toList();
        return codes.size() == 1 && answers.processes(caller()).contains(codes.get(0)) ? codes.get(0) : null;
    }

    /** Returns the démarche of the télédossiers that the texts are for: of the chosen ones; while there are none, of those before. */
    public String getWrittenFor() {
        var before = request().getParameter("pour");
        return batch.getChosen().isAny() || before == null ? Objects.toString(process(), "") : before;
    }

    /** Empties the texts, and the ready-made answers in them, when télédossiers of another démarche are chosen. */
    public void chosen() {
        var before = request().getParameter("pour");
        if (before != null && !before.isEmpty() && !before.equals(getWrittenFor())) {
            batch.getActs().stream()
                    .filter(BatchAct::isExplained)
                    .forEach(act -> PrimeFaces.current().ajax().update("part-" + act.name()));
        }
    }

    /** Returns the address of the page where they are changed; empty where none may be offered. */
    public String getPage() {
        return process() == null
                ? ""
                : new Address("/reponses-types")
                        .with("demarche", process())
                        .with("retour", batch.getHere())
                        .text();
    }

    /** Fills a text with the ready-made answer that was chosen beside it. */
    public void fill(String text) {
        var typed = request().getParameter(text);
        var chosen = batch.getValues().get(text + "-ready");
        batch.getValues()
                .put(text, ReadyAnswerChoice.added(getAll(), ReadyAnswer::text, typed == null ? "" : typed, chosen));
    }
}
