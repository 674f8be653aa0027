package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.ReadyAnswer;
import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The ready-made answers that the dialogs of the télédossier offer. */
@Model
public class ReadyAnswerChoice extends PersonPage {
    @Inject
    ReadyAnswerService answers;

    @Inject
    OpenedCase opened;

    private final Once<List<ReadyAnswer>> all = new Once<>(
            () -> answers.processes(caller()).contains(process()) ? answers.list(caller(), process()) : List.of());

    private String process() {
        return opened.view().processCode();
    }

    public List<ReadyAnswer> getAll() {
        return all.get();
    }

    /** Returns the address of the page where they are changed, which leads back to the case. */
    public String getPage() {
        return new Address("/reponses-types")
                .with("demarche", process())
                .with("id", opened.view().id())
                .with("retour", opened.list())
                .text();
    }

    /** Returns the text with the chosen answer; the answer replaces one that was chosen before, and follows what she typed. */
    String added(String typed, String chosen) {
        return added(getAll(), this::filled, typed, chosen);
    }

    static String added(List<ReadyAnswer> all, Function<ReadyAnswer, String> filled, String typed, String chosen) {
        var text = all.stream()
                .filter(each -> each.id().toString().equals(chosen))
                .map(filled)
                .findFirst()
                .orElse("");
        var own = typed.replace("\r\n", "\n").strip();
        var longest = all.stream()
                .map(filled)
                .filter(own::endsWith)
                .max(Comparator.comparing(String::length))
                .orElse("");
        var kept = own.substring(0, own.length() - longest.length()).strip();
        return kept.isEmpty() || text.isEmpty() ? kept + text : kept + "\n" + text;
    }

    private String filled(ReadyAnswer answer) {
        var person = opened.view().applicant();
        return answer.to(person.firstName(), person.lastName());
    }
}
