package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.FrenchDay;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;

/** The filters of the statistics, from the address; by default the last thirty counted days. */
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

    private StatisticsQuery query;

    @PostConstruct
    void read() {
        var to = FrenchDay.of(QueryParameter.text(request, "au")).orElseGet(this::lastKnown);
        var from = FrenchDay.of(QueryParameter.text(request, "du")).orElse(to.minusDays(DAYS - 1L));
        query = new StatisticsQuery(
                from,
                to,
                QueryParameter.text(request, "demarche"),
                QueryParameter.one(OrganizationType.class, QueryParameter.text(request, "type")));
    }

    private LocalDate lastKnown() {
        return statistics
                .until()
                .orElseGet(
                        () -> LocalDate.ofInstant(clock.instant(), Paris.ZONE).minusDays(1));
    }

    public StatisticsQuery getQuery() {
        return query;
    }

    Address address() {
        return new Address("/statistiques")
                .with("du", query.from())
                .with("au", query.to())
                .with("demarche", query.processCode())
                .with("type", query.organizationType());
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }
}
