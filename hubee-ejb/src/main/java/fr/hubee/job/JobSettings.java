package fr.hubee.job;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs the jobs, and when.
 *
 * @param timers whether this server starts what is due; it runs what an administrator asks for in any case
 * @param node the name of this server among several
 * @param digestTimes when the digests of new télédossiers leave, in Paris: the first time for those who want one a day, all
 *     for those who want several (specification §6.7)
 * @param lookEvery how often a server looks for jobs to run
 * @param roundEvery how often it sends the mails, makes the ZIPs and fetches the arrivals that could not be done at once
 */
public record JobSettings(
        boolean timers, String node, List<LocalTime> digestTimes, Duration lookEvery, Duration roundEvery) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public JobSettings {
        digestTimes = List.copyOf(digestTimes);
    }

    public JobSettings(SettingSource source) {
        this(
                source.read("HUBEE_TIMERS", "true", JobSettings::yesOrNo),
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("HUBEE_DIGEST_TIMES", "07:00,13:00", JobSettings::times),
                source.read("HUBEE_JOBS_EVERY", "PT5S", JobSettings::period),
                source.read("HUBEE_ROUNDS_EVERY", "PT1M", JobSettings::period));
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Duration period(String text) {
        var period = Duration.parse(text);
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not from a second to ten minutes");
        }
        return period;
    }

    private static List<LocalTime> times(String text) {
        var times = Stream.of(text.split(",", -1)).map(String::strip).map(LocalTime::parse);
        return times.sorted().distinct().toList();
    }
}
