package fr.hubee.portal.people;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.AgentFile;
import fr.hubee.people.account.AgentFile.AgentLine;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import fr.hubee.people.identity.Identity.AccountField;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** Adds the agents of a file, after a preview. The file stays in the page between both steps, and is checked again when it is sent back. */
@Named
@RequestScoped
public class AgentImportPage extends PersonPage {
    /** The field that has the file that was checked. */
    private static final String TEXT = "text";

    @Inject
    AccountService accounts;

    @Inject
    @Param(name = "organisation")
    String organization;

    private Part file;
    private List<PlannedAgent> plan;

    /**
     * One line of the file, and its result.
     *
     * @param problems empty when the account would be created
     * @param differences from the account that has the address already, which stays as it is
     */
    public record PlannedAgent(AgentLine line, List<String> problems, List<Difference> differences) {
        public boolean accepted() {
            return problems.isEmpty();
        }
    }

    /** A value of the file that is not the one of the account. */
    public record Difference(String field, String known, String inFile) {}

    /** Refuses, before rendering, a user who may not add agents there. */
    @PostConstruct
    void open() {
        if (!accounts.choices(caller(), key()).types().contains(ActorType.AGENT)) {
            throw new NotAllowed("Votre compte ne permet pas d’ajouter des agents à cette organisation.");
        }
    }

    /** Creates this bean before the page is written. */
    public void opened() {}

    private OrganizationKey key() {
        var asked = isNational() ? QueryParameter.organization(organization) : null;
        return asked == null ? caller().organization() : asked;
    }

    public void check() throws IOException {
        if (file == null || file.getSize() == 0) {
            PageMessages.fieldError("file", "Choisissez un fichier CSV qui n’est pas vide.");
            return;
        }
        try (var stream = file.getInputStream();
                var reader = SentCsv.read(stream).open()) {
            getValues().put(TEXT, reader.lines().collect(Collectors.joining("\n")));
        } catch (InvalidRequest invalid) {
            PageMessages.fieldError("file", invalid.getMessage());
            return;
        }
        judge();
    }

    private void judge() {
        try {
            var seen = new HashMap<String, Long>();
            plan = AgentFile.read(typed(TEXT)).stream()
                    .map(line -> planned(line, seen))
                    .toList();
        } catch (InvalidRequest invalid) {
            getValues().remove(TEXT);
            PageMessages.fieldError("file", invalid.getMessage());
        }
    }

    private PlannedAgent planned(AgentLine line, Map<String, Long> seen) {
        var first = seen.putIfAbsent(line.email().toLowerCase(Locale.ROOT), line.number());
        if (first != null) {
            return new PlannedAgent(
                    line, List.of("Cette adresse est déjà celle de la ligne " + first + "."), List.of());
        }
        List<FieldProblem<AccountField>> problems = accounts.problems(caller(), account(line));
        return new PlannedAgent(
                line,
                problems.stream().map(FieldProblem::sentence).toList(),
                problems.isEmpty()
                        ? List.of()
                        : accounts.holder(caller(), account(line))
                                .map(holder -> differences(holder, line))
                                .orElse(List.of()));
    }

    /** Compares what the file says: a column that it leaves out says nothing. */
    private static List<Difference> differences(AccountDetail holder, AgentLine line) {
        var known = holder.identity();
        var inFile = tidied(line.identity());
        var codes = new TreeSet<>(holder.rights().processCodes());
        return Stream.of(
                        new Difference("Civilité", label(known.civility()), label(inFile.civility())),
                        new Difference("Prénom", known.firstName(), inFile.firstName()),
                        new Difference("Nom", known.lastName(), inFile.lastName()),
                        new Difference("Fonction", known.function(), inFile.function()),
                        new Difference("Téléphone", known.phoneNumber(), inFile.phoneNumber()),
                        new Difference("Démarches", String.join(" ", codes), String.join(" ", line.processCodes())))
                .filter(each -> each.inFile() != null && !each.inFile().isBlank())
                .filter(each -> !each.inFile().equals(each.known()))
                .toList();
    }

    /** Returns it as an account has it; unchanged where it is wrong. */
    private static Identity tidied(Identity typed) {
        try {
            return typed.tidied();
        } catch (InvalidRequest refused) {
            return typed;
        }
    }

    private static String label(Civility civility) {
        return civility == null ? null : civility.label();
    }

    private NewAccount account(AgentLine line) {
        return new NewAccount(ActorType.AGENT, key(), line.email(), line.identity(), line.processCodes());
    }

    /** Adds the accepted agents independently: a line that is refused meanwhile does not stop the others. */
    public void run() {
        judge();
        if (plan == null) {
            return;
        }
        int added = 0;
        for (var each : plan) {
            if (each.accepted()) {
                try {
                    accounts.create(caller(), account(each.line()));
                    added++;
                } catch (StaleSecondFactor failure) {
                    throw failure;
                } catch (InvalidRequest refused) {
                    PageMessages.refusal("Ligne " + each.line().number() + " : " + refused.getMessage());
                }
            }
        }
        plan.stream()
                .filter(each -> !each.accepted())
                .forEach(each -> PageMessages.refusal(
                        "Ligne " + each.line().number() + " laissée de côté : " + String.join(" ", each.problems())));
        PageMessages.success(
                added == 1
                        ? "Un compte est créé ; un courriel part."
                        : added + " comptes sont créés ; un courriel part vers chacun.",
                "/comptes");
    }

    /** Whether a file was checked, or is sent back after its check: its button is then known. */
    public boolean isShown() {
        return plan != null || isSentBack();
    }

    public boolean isRunnable() {
        return isSentBack() || getAccepted() > 0;
    }

    private boolean isSentBack() {
        return request().getParameter("run-form") != null;
    }

    /** Returns the plan; empty before a file was checked. */
    public List<PlannedAgent> getPlan() {
        return plan == null ? List.of() : plan;
    }

    public long getAccepted() {
        return getPlan().stream().filter(PlannedAgent::accepted).count();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
