package fr.hubee.retention;

import fr.hubee.process.ProcessService;
import fr.hubee.process.RetentionRules;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What the next run will do, before it does it: for the national administrator. It changes nothing. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class RetentionPreviewService {
    @Inject
    ProcessService processes;

    @Inject
    ForecastRepository forecasts;

    @Inject
    RetentionCalendar calendar;

    /**
     * What the next run would do in a démarche under rules that are proposed for it.
     *
     * @throws InvalidRequest with a sentence, when they make no sense
     */
    public PurgeForecast preview(Caller caller, String processCode, RetentionRules proposed) {
        if (processes.find(processCode).isEmpty()) {
            throw NotFound.of("Process");
        }
        return forecasts
                .of(new PurgePlans(List.of(calendar.nextRun(processCode, proposed))))
                .get(0);
    }
}
