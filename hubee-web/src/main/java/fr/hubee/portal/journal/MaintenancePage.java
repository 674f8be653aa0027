package fr.hubee.portal.journal;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.operation.metrics.MaintenanceService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.time.LocalDateTime;

/** Announces maintenance to everybody. */
@Model
public class MaintenancePage extends PersonPage {
    @Inject
    MaintenanceService maintenance;

    private LocalDateTime startsAt;
    private LocalDateTime endsAt;

    public void announce() {
        maintenance.announce(
                caller(),
                startsAt.atZone(Paris.ZONE).toInstant(),
                endsAt.atZone(Paris.ZONE).toInstant(),
                typed("text"));
        PageMessages.success(
                "La maintenance est annoncée : elle se lit dans un instant sur la page d’état.", "/maintenance");
    }

    public void withdraw(String id) {
        maintenance.withdraw(caller(), QueryParameter.id(id));
        PageMessages.success("L’annonce est retirée.", "/maintenance");
    }

    public LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public LocalDateTime getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(LocalDateTime endsAt) {
        this.endsAt = endsAt;
    }
}
