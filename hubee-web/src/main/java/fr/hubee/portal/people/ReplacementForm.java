package fr.hubee.portal.people;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.identity.NewReplacement;
import fr.hubee.people.identity.ReplacementBoard;
import fr.hubee.people.identity.ReplacementBoard.Candidate;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;

/** « Absence et remplaçant », on the page of an account: the deputy, and the days. */
@Named
@RequestScoped
public class ReplacementForm extends PersonPage {
    @Inject
    ReplacementService replacements;

    @Inject
    AccountPage page;

    @Inject
    FrenchDates dates;

    @Inject
    Clock clock;

    /** Sent when the page asked to confirm; otherwise null. */
    @Inject
    @Param(name = "asked")
    String asked;

    private ReplacementBoard board;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private boolean confirming;

    @PostConstruct
    void open() {
        firstDay = getToday();
        confirming = asked != null;
    }

    public void check() {
        confirming = !PageMessages.inputErrors(replacements.problems(caller(), page.id(), wanted()));
    }

    public void confirm() {
        check();
        if (confirming) {
            replacements.name(caller(), page.id(), wanted());
            page.done(deputyName() + " remplacera " + page.name() + " " + days() + ", et en est prévenu par courriel.");
        }
    }

    public void end(String id) {
        replacements.end(caller(), QueryParameter.id(id));
        page.done("Le remplacement est terminé : les droits prêtés sont retirés dès maintenant.");
    }

    private NewReplacement wanted() {
        var deputy = typed("deputy");
        return new NewReplacement(deputy == null ? null : QueryParameter.id(deputy), firstDay, lastDay);
    }

    /** Returns in words what the deputy will be able to do. */
    public String getPreview() {
        return Character.toUpperCase(days().charAt(0)) + days().substring(1) + ", " + deputyName() + " pourra "
                + getVerbs() + " les télédossiers " + Elision.of(page.name()) + ", en plus des siens :";
    }

    public String getVerbs() {
        return getBoard().manages() ? "lire et traiter" : "lire";
    }

    private String days() {
        return firstDay.equals(lastDay)
                ? "le " + dates.day(firstDay)
                : "du " + dates.day(firstDay) + " au " + dates.day(lastDay) + " inclus";
    }

    private String deputyName() {
        return getBoard().candidates().stream()
                .filter(each -> each.id().equals(wanted().deputy()))
                .map(Candidate::name)
                .findFirst()
                .orElse("");
    }

    public ReplacementBoard getBoard() {
        if (board == null) {
            board = replacements.board(caller(), page.id());
        }
        return board;
    }

    /** Returns the codes of the démarches that a deputy would see, in order. */
    public List<String> getProcesses() {
        return getBoard().processCodes().stream().sorted().toList();
    }

    public boolean isConfirming() {
        return confirming;
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
