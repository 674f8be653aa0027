package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.ReadyAnswer;
import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.VersionedForm;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The ready-made answers of the user's organisation in one démarche: they are written, changed and deleted here. */
@Model
public class ReadyAnswersPage extends VersionedForm {
    @Inject
    ReadyAnswerService answers;

    @Inject
    @Param(name = "demarche")
    String wanted;

    @Inject
    @Param(name = "modifier")
    String changed;

    @Inject
    @Param(name = "id")
    String theCase;

    @Inject
    @Param(name = "retour")
    String list;

    @Inject
    @Param(name = "abonnement")
    String subscription;

    private List<String> processes;
    private String process;
    private List<ReadyAnswer> all;

    /** Refuses, before rendering, users without access to this page. */
    public void opened() {
        getAll();
    }

    @PostConstruct
    void read() {
        processes = answers.processes(caller());
        process = wanted != null ? wanted : processes.stream().findFirst().orElseThrow(NotAllowed::new);
        all = answers.list(caller(), process);
        if (changed != null) {
            var answer = all.stream()
                    .filter(each -> each.id().equals(QueryParameter.id(changed)))
                    .findFirst()
                    .orElseThrow(() -> NotFound.of("Answer"));
            setVersion(answer.version());
            getValues().put("title", answer.title());
            getValues().put("text", answer.text());
        }
    }

    public void save() {
        if (isChanging()) {
            var id = QueryParameter.id(changed);
            answers.change(caller(), process, new ReadyAnswer(id, getVersion(), typed("title"), typed("text")));
        } else {
            answers.add(caller(), process, typed("title"), typed("text"));
        }
        PageMessages.success(
                "La réponse type est enregistrée. Tout votre service la trouve dans ses messages.", getHere());
    }

    public void delete(String id) {
        answers.delete(caller(), process, QueryParameter.id(id));
        PageMessages.success("La réponse type est supprimée.", getHere());
    }

    public boolean isChanging() {
        return changed != null;
    }

    public String getHere() {
        return here().text();
    }

    public String changing(ReadyAnswer answer) {
        return here().with("modifier", answer.id()).text();
    }

    private Address here() {
        return new Address("/reponses-types")
                .with("demarche", process)
                .with("id", theCase)
                .with("retour", list)
                .with("abonnement", subscription);
    }

    public String getBack() {
        if (subscription != null) {
            return new Address("/abonnement").with("id", subscription).text();
        }
        return theCase == null
                ? ReturnToList.at(list)
                : new Address("/teledossier")
                        .with("id", theCase)
                        .with("retour", list)
                        .text();
    }

    public String getBackLabel() {
        if (subscription != null) {
            return "Retour à l’abonnement";
        }
        return theCase == null ? "Retour à la liste" : "Retour au télédossier";
    }

    public List<ReadyAnswer> getAll() {
        return all;
    }

    public List<String> getProcesses() {
        return processes;
    }

    public String getProcess() {
        return process;
    }
}
