package fr.hubee.portal.subscription;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.FrenchDates;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.security.Caller;
import fr.hubee.shared.Paris;
import fr.hubee.subscription.SubscriptionLifeService;
import fr.hubee.subscription.SubscriptionStatus;
import fr.hubee.subscription.overview.HistoryLine;
import fr.hubee.subscription.overview.SubscriptionDetail;
import fr.hubee.subscription.overview.SubscriptionLine;
import fr.hubee.subscription.overview.SubscriptionOverviewService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** One subscription and its life cycle. */
@Named
@RequestScoped
public class SubscriptionPage {
    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    SubscriptionLifeService life;

    @Inject
    FrenchDates dates;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "id")
    String id;

    private long version;
    private LocalDate today;
    private boolean begun;
    private LocalDate day;
    private String reason;
    private SubscriptionDetail subscription;
    private List<HistoryLine> history;

    @PostConstruct
    void open() {
        subscription = subscriptions.read(caller(), id());
        var line = getLine();
        version = line.version();
        today = LocalDate.ofInstant(clock.instant(), Paris.ZONE);
        day = today;
        begun = line.activatedAt() == null || !line.activatedAt().isAfter(clock.instant());
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

    public String activate() {
        life.activate(caller(), id(), version, day);
        return done(
                "L’abonnement est actif : les télédossiers arriveront à partir du " + dates.day(day) + " à 0 h 01.");
    }

    public String suspend() {
        life.suspend(caller(), id(), version);
        return done("L’abonnement est suspendu : aucun nouveau télédossier n’arrive plus.");
    }

    public String reactivate() {
        life.reactivate(caller(), id(), version);
        return done("L’abonnement est de nouveau actif.");
    }

    public String validate() {
        life.validate(caller(), id(), version);
        return done("L’abonnement est validé : l’organisation peut maintenant l’activer.");
    }

    public String refuse() {
        life.refuse(caller(), id(), version, reason);
        return done("L’abonnement est refusé.");
    }

    String done(String text) {
        PageMessages.success(text);
        return "/abonnement?faces-redirect=true&id=" + id;
    }

    public boolean isAt(String status) {
        return getLine().status() == SubscriptionStatus.valueOf(status);
    }

    /** Whether its date may still be changed. */
    public boolean isBeforeItsDay() {
        return getLine().status() == SubscriptionStatus.ACTIVE && !begun;
    }

    public LocalDate getToday() {
        return today;
    }

    public LocalDate getLastDay() {
        return today.plusYears(1);
    }

    UUID id() {
        return QueryParameter.id(id);
    }

    /** Every action sends the version that was shown, so that a later change is not overwritten. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    private Caller caller() {
        return currentCaller.get();
    }

    public String getId() {
        return id;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
