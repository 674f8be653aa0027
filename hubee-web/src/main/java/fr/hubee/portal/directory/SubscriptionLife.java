package fr.hubee.portal.directory;

import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** Actions on a subscription: its activation from a day on, its suspension, its validation or refusal. */
@Named
@RequestScoped
public class SubscriptionLife {
    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionPage page;

    @Inject
    FrenchDates dates;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller currentCaller;

    private LocalDate day;
    private String reason;

    @PostConstruct
    void open() {
        day = getToday();
    }

    public void activate() {
        life.activate(currentCaller.get(), page.id(), page.getVersion(), day);
        page.done("L’abonnement est actif : les télédossiers arriveront à partir du " + dates.day(day) + " à 0 h 01.");
    }

    public void suspend() {
        life.suspend(currentCaller.get(), page.id(), page.getVersion());
        page.done("L’abonnement est suspendu : aucun nouveau télédossier n’arrive plus.");
    }

    public void reactivate() {
        life.reactivate(currentCaller.get(), page.id(), page.getVersion());
        page.done("L’abonnement est de nouveau actif.");
    }

    public void validate() {
        life.validate(currentCaller.get(), page.id(), page.getVersion());
        page.done("L’abonnement est validé : l’organisation peut maintenant l’activer.");
    }

    public void refuse() {
        life.refuse(currentCaller.get(), page.id(), page.getVersion(), reason);
        page.done("L’abonnement est refusé.");
    }

    /** Whether its date may still be changed. */
    public boolean isBeforeItsDay() {
        var line = page.getLine();
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
