package fr.hubee.portal.journal;

import fr.hubee.operation.metrics.HubStatus;
import fr.hubee.operation.metrics.HubStatusService;
import fr.hubee.operation.metrics.Maintenance;
import fr.hubee.operation.metrics.StatusDay;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;

/** The public status of the hub, and the maintenance that each page tells. It reads memory only. */
@Model
public class StatusPage {
    @Inject
    HubStatusService status;

    @Inject
    Clock clock;

    public HubStatus getNow() {
        return status.last();
    }

    /** Returns the maintenance of these days. */
    public List<Maintenance> getNear() {
        var now = clock.instant();
        return getNow().maintenance().stream().filter(each -> each.isNear(now)).toList();
    }

    /** Returns all that is announced and not over. */
    public List<Maintenance> getComing() {
        var now = clock.instant();
        return getNow().maintenance().stream().filter(each -> !each.isOver(now)).toList();
    }

    /** Returns the objectives, with what the ninety days reached. */
    public List<Objective> getObjectives() {
        var whole = getNow().days().stream().reduce(StatusDay::with);
        return List.of(
                objective(
                        "Appels réussis",
                        "99,9 %",
                        whole.map(StatusDay::available).orElse(null)),
                objective(
                        "Appels en moins d’un quart de seconde",
                        "95 %",
                        whole.map(StatusDay::fast).orElse(null)),
                objective(
                        "Télédossiers visibles en dix secondes dans le portail",
                        "95 %",
                        whole.map(StatusDay::delivered).orElse(null)));
    }

    private Objective objective(String name, String wanted, Double reached) {
        return new Objective(name, wanted, percent(reached));
    }

    /** Returns « 99,98 % », rounded down: what is not reached does not look so; « non mesuré » without a number. */
    public String percent(Double share) {
        return share == null
                ? "non mesuré"
                : BigDecimal.valueOf(share)
                                .movePointRight(2)
                                .setScale(2, RoundingMode.FLOOR)
                                .toPlainString()
                                .replace('.', ',')
                        + " %";
    }

    /** An objective of the hub, and what it reached. */
    public record Objective(String name, String wanted, String reached) {}
}
