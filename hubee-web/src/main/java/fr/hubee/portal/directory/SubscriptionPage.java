package fr.hubee.portal.directory;

import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.directory.subscription.HistoryLine;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionOverviewService.SubscriptionDetail;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.VersionedForm;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/**
 * One subscription and its history. It is activated from a day on, suspended, validated or refused here; {@link SettingsForm} changes
 * its settings.
 */
@Named
@RequestScoped
public class SubscriptionPage extends VersionedForm {
    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    SubscriptionLifeService life;

    @Inject
    ReadyAnswerService answers;

    @Inject
    FrenchDates dates;

    @Inject
    Clock clock;

    @Inject
    @Param(name = "id")
    String id;

    private SubscriptionDetail subscription;
    private List<HistoryLine> history;
    private LocalDate day;

    @PostConstruct
    void open() {
        subscription = subscriptions.read(caller(), id());
        setVersion(getLine().version());
        day = getToday();
    }

    public SubscriptionDetail getSubscription() {
        return subscription;
    }

    public SubscriptionLine getLine() {
        return subscription.line();
    }

    public List<HistoryLine> getHistory() {
        if (history == null) {
            history = subscriptions.history(caller(), id());
        }
        return history;
    }

    /** Returns to the page, which shows this message. */
    void done(String text) {
        PageMessages.success(text, "/abonnement?id=" + id);
    }

    public boolean isAt(String status) {
        return getLine().status() == SubscriptionStatus.valueOf(status);
    }

    UUID id() {
        return QueryParameter.id(id);
    }

    public String getId() {
        return id;
    }

    public void activate() {
        life.activate(caller(), id(), getVersion(), day);
        done("L’abonnement est actif : les télédossiers arriveront à partir du " + dates.day(day) + " à 0 h 01.");
    }

    public void suspend() {
        life.suspend(caller(), id(), getVersion());
        done("L’abonnement est suspendu : aucun nouveau télédossier n’arrive plus.");
    }

    public void reactivate() {
        life.reactivate(caller(), id(), getVersion());
        done("L’abonnement est de nouveau actif.");
    }

    public void validate() {
        life.validate(caller(), id(), getVersion());
        done("L’abonnement est validé : l’organisation peut maintenant l’activer.");
    }

    public void refuse() {
        life.refuse(caller(), id(), getVersion(), typed("reason"));
        done("L’abonnement est refusé.");
    }

    /** Returns the address of the ready-made answers of this service; null for those who write no messages for it. */
    public String getAnswers() {
        var code = getLine().processCode();
        return caller().organization().equals(getLine().subscriber())
                        && answers.processes(caller()).contains(code)
                ? new Address("/reponses-types")
                        .with("demarche", code)
                        .with("abonnement", id)
                        .text()
                : null;
    }

    public boolean isBeforeItsDay() {
        var line = getLine();
        return line.status() == SubscriptionStatus.ACTIVE
                && line.activatedAt() != null
                && line.activatedAt().isAfter(clock.instant());
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }

    public LocalDate getLastDay() {
        return getToday().plusYears(1);
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }
}
