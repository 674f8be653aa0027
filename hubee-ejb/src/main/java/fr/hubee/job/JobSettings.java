package fr.hubee.job;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and when jobs run.
 *
 * @param timers whether this server starts scheduled jobs; it always runs those started by an administrator
 * @param node the name of this server in the cluster
 * @param digestTimes when digests of new télédossiers are sent, in Paris: the first time for one a day, all for several
 *     a day (specification §6.7)
 * @param lookEvery how often a server looks for jobs to run
 * @param roundEvery how often it retries mails and ZIPs that could not be processed at once
 * @param arrivalsEvery how often it fetches what arrived for services that work in the portal
 */
public record JobSettings(
        boolean timers,
        String node,
        List<LocalTime> digestTimes,
        Duration lookEvery,
        Duration roundEvery,
        Duration arrivalsEvery) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public JobSettings {
        digestTimes = List.copyOf(digestTimes);
    }

    public JobSettings(SettingSource source) {
        this(
                source.read("HUBEE_TIMERS", "true", SettingValues::yesOrNo),
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("HUBEE_DIGEST_TIMES", "07:00,13:00", JobSettings::times),
                source.read("HUBEE_JOBS_EVERY", "PT5S", JobSettings::period),
                source.read("HUBEE_ROUNDS_EVERY", "PT1M", JobSettings::period),
                source.read("HUBEE_ARRIVALS_EVERY", "PT5S", JobSettings::period));
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
