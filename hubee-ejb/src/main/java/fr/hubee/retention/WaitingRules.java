package fr.hubee.retention;

import fr.hubee.process.RetentionRules;

/**
 * Settings that were shortened, and that purges do not follow yet.
 *
 * @param accepted the rules before
 * @param wanted the settings of the démarche now
 * @param forecast what the next run would do under them
 * @param without what it will do as long as nobody confirms them
 */
public record WaitingRules(
        String processCode,
        RetentionRules accepted,
        RetentionRules wanted,
        PurgeForecast forecast,
        PurgeForecast without) {}
