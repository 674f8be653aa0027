package fr.hubee.journal.job;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;

/**
 * Settings of the place and the times of jobs.
 *
 * @param timers whether this server starts scheduled jobs; it always runs those started by an administrator
 * @param node the name of this server in the cluster
 * @param lookEvery how often a server looks for jobs to run
 * @param roundEvery how often it retries mails and ZIPs that could not be processed at once
 * @param arrivalsEvery how often it fetches what arrived for services that work in the portal
 */
public record JobSettings(
        boolean timers, String node, Duration lookEvery, Duration roundEvery, Duration arrivalsEvery) {

    /** Other periods, for tests only. */
    public JobSettings(SettingSource source) {
        this(
                source.read("HUBEE_TIMERS", "true", SettingValues::yesOrNo),
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("hubee.it.jobs.every", "PT5S", SettingValues::positiveDuration),
                source.read("hubee.it.rounds.every", "PT1M", SettingValues::positiveDuration),
                source.read("hubee.it.arrivals.every", "PT5S", SettingValues::positiveDuration));
    }
}
