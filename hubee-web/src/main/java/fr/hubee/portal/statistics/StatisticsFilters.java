package fr.hubee.portal.statistics;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.FrenchDay;
import fr.hubee.shared.OrganizationType;
import fr.hubee.shared.Paris;
import fr.hubee.statistics.StatisticsQuery;
import fr.hubee.statistics.StatisticsService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;

/** What is counted, by default the last thirty counted days; all of it is in the address. */
@Named
@RequestScoped
public class StatisticsFilters {
    private static final int DAYS = 30;

    @Inject
    StatisticsService statistics;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private LocalDate from;
    private LocalDate to;
    private String process;
    private OrganizationType type;

    @PostConstruct
    void read() {
        to = FrenchDay.of(text("au")).orElseGet(this::lastKnown);
        from = FrenchDay.of(text("du")).orElse(to.minusDays(DAYS - 1L));
        process = text("demarche");
        type = QueryParameter.one(OrganizationType.class, text("type"));
    }

    private String text(String parameter) {
        var typed = request.getParameter(parameter);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private LocalDate lastKnown() {
        return statistics
                .until()
                .orElseGet(
                        () -> LocalDate.ofInstant(clock.instant(), Paris.ZONE).minusDays(1));
    }

    StatisticsQuery query() {
        return new StatisticsQuery(from, to, process, type);
    }

    Address address() {
        return new Address("/statistiques")
                .with("du", from)
                .with("au", to)
                .with("demarche", process)
                .with("type", type);
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public String getProcess() {
        return process;
    }

    public OrganizationType getType() {
        return type;
    }
}
