package fr.hubee.job;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
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
 */
public record JobSettings(boolean timers, String node, List<LocalTime> digestTimes) {
    public JobSettings {
        digestTimes = List.copyOf(digestTimes);
    }

    public JobSettings(SettingSource source) {
        this(
                source.read("HUBEE_TIMERS", "true", JobSettings::yesOrNo),
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("HUBEE_DIGEST_TIMES", "07:00,13:00", JobSettings::times));
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static List<LocalTime> times(String text) {
        var times = Stream.of(text.split(",", -1)).map(String::strip).map(LocalTime::parse);
        return times.sorted().distinct().toList();
    }
}
