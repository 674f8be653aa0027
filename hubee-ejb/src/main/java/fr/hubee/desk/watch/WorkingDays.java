package fr.hubee.desk.watch;

import static java.util.Map.entry;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days on which a town hall works: neither Saturday nor Sunday, nor a public holiday of its area. */
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

    /** Alsace and Moselle, by the first two characters. */
    private static final Set<String> EAST = Set.of("57", "67", "68");

    /** Default area, with the public holidays of the whole country. */
    private static final String COUNTRY = "";

    private static final Set<String> AREAS = Stream.of(Set.of(COUNTRY), EAST, OVERSEAS.keySet())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {}

    /**
     * @param from that day does not count
     * @param to that day counts
     * @param organization where they are counted
     * @return 0 when it is the same day, or a later one
     */
    public static int between(LocalDate from, LocalDate to, OrganizationKey organization) {
        var holiday = holidays(area(organization));
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(day -> isWorked(day, holiday))
                .count();
    }

    /** All areas that have their own public holidays, and the empty one for the rest of the country. */
    public static Set<String> areas() {
        return AREAS;
    }

    /**
     * Returns the last day since which that many working days have passed.
     *
     * @param area one of {@link #areas}
     */
    public static LocalDate latestArrival(int days, LocalDate today, String area) {
        var holiday = holidays(area);
        var day = today;
        for (int counted = 0; counted < days; day = day.minusDays(1)) {
            counted += isWorked(day, holiday) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWorked(LocalDate day, Predicate<LocalDate> holiday) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holiday.test(day);
    }

    /** Returns the area of an organisation: for a town hall, that of its commune; for others, the whole country. */
    private static String area(OrganizationKey organization) {
        var commune = organization.branchCode();
        if (organization.type() != OrganizationType.SI || commune == null || commune.length() != 5) {
            return COUNTRY;
        }
        return Stream.of(commune.substring(0, 3), commune.substring(0, 2))
                .filter(AREAS::contains)
                .findFirst()
                .orElse(COUNTRY);
    }

    private static Predicate<LocalDate> holidays(String area) {
        if (EAST.contains(area)) {
            return day -> FRANCE.isHoliday(day, area);
        }
        var calendar = OVERSEAS.get(area);
        return calendar == null
                ? FRANCE::isHoliday
                : HolidayManager.getInstance(ManagerParameters.create(calendar))::isHoliday;
    }
}
