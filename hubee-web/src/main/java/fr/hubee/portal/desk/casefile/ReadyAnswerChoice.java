package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.ReadyAnswer;
import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;

/** The ready-made answers that the dialogs of the télédossier offer. */
@Model
public class ReadyAnswerChoice extends PersonPage {
    @Inject
    ReadyAnswerService answers;

    @Inject
    OpenedCase opened;

    private final Once<List<ReadyAnswer>> all =
            new Once<>(() -> caller().manages(process()) ? answers.list(caller(), process()) : List.of());

    private String process() {
        return opened.view().processCode();
    }

    public List<ReadyAnswer> getAll() {
        return all.get();
    }

    /** Returns the address of the page where they are changed. */
    public String getPage() {
        return new Address("/reponses-types").with("demarche", process()).text();
    }

    /** Returns the text with the chosen answer; the answer replaces one that was chosen before, and follows what she typed. */
    String added(String typed, String chosen) {
        var text = getAll().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .map(this::filled)
                .findFirst()
                .orElse("");
        var own = typed.replace("\r\n", "\n").strip();
        for (var each : getAll()) {
            var filled = filled(each);
            own = own.endsWith(filled)
                    ? own.substring(0, own.length() - filled.length()).strip()
                    : own;
        }
        return own.isEmpty() || text.isEmpty() ? own + text : own + "\n" + text;
    }

    private String filled(ReadyAnswer answer) {
        var person = opened.view().applicant();
        return answer.to(person.firstName(), person.lastName());
    }
}
