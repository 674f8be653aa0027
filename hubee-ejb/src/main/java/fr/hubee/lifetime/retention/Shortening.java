package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides whether shortened settings need a confirmation by an administrator. */
@Dependent
class Shortening {
    /**
     * Confirmation limit, as a percentage of the kept data: the first purge under shortened settings that would delete more must be
     * confirmed.
     */
    private static final int CONFIRMED_ABOVE = 10;

    @Inject
    RetentionCalendar calendar;

    @Inject
    ForecastRepository forecasts;

    /**
     * @return empty when nothing is shortened, or the effect is small
     * @throws InvalidRequest when the settings are inconsistent
     */
    Optional<WaitingRules> of(String code, RetentionRules accepted, RetentionRules wanted, LocalDate day) {
        var longest = LongestRules.of(accepted, wanted);
        if (longest.equals(wanted)) {
            return Optional.empty();
        }
        var shorter = forecast(code, wanted, day);
        var without = forecast(code, longest, day);
        return shorter.shareBeyond(without) > CONFIRMED_ABOVE
                ? Optional.of(new WaitingRules(code, accepted, wanted, shorter, without))
                : Optional.empty();
    }

    PurgeForecast forecast(String code, RetentionRules rules, LocalDate day) {
        return forecasts
                .of(new PurgePlans(List.of(calendar.plan(code, rules, day))))
                .get(0);
    }
}
