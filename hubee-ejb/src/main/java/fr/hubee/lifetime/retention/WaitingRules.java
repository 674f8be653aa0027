package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;

/**
 * Shortened settings that are not applied yet.
 *
 * @param accepted the rules before
 * @param wanted the current settings of the démarche
 * @param forecast the forecast of the next run under them
 * @param without the forecast of the next run without a confirmation
 */
public record WaitingRules(
        String processCode,
        RetentionRules accepted,
        RetentionRules wanted,
        PurgeForecast forecast,
        PurgeForecast without) {}
