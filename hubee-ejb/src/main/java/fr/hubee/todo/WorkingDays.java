package fr.hubee.todo;

import static java.util.Map.entry;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The days on which a town hall works: neither Saturday nor Sunday, nor a public holiday where it is. */
public final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The calendars of the territories overseas, by the first three characters of the codes of their communes (INSEE). */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            entry("971", "gp"),
            entry("972", "mq"),
            entry("973", "gf"),
            entry("974", "re"),
            entry("975", "pm"),
            entry("976", "yt"),
            entry("977", "bl"),
            entry("978", "mf"),
            entry("986", "wf"),
            entry("987", "pf"),
            entry("988", "nc"));

    private static final HolidayManager FRANCE =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    private WorkingDays() {}

    /**
     * @param from that day does not count
     * @param to that day counts
     * @param organization where they are counted
     * @return 0 when it is the same day, or a later one
     */
    public static int between(LocalDate from, LocalDate to, OrganizationKey organization) {
        var holiday = holidays(organization);
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()) && !holiday.test(day))
                .count();
    }

    /** Of a town hall, where its commune is; of others, those of the whole country. */
    private static Predicate<LocalDate> holidays(OrganizationKey organization) {
        var commune = organization.branchCode();
        if (organization.type() != OrganizationType.SI || commune == null || commune.length() != 5) {
            return FRANCE::isHoliday;
        }
        var calendar = OVERSEAS.get(commune.substring(0, 3));
        if (calendar != null) {
            return HolidayManager.getInstance(ManagerParameters.create(calendar))::isHoliday;
        }
        var department = commune.substring(0, 2);
        return day -> FRANCE.isHoliday(day, department);
    }
}
