package fr.hubee.statistics.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Thirteen months of one organisation and one démarche: the twelve that are over, and the one that is not.
 *
 * @param twelve the first twelve together, which are those that are compared
 * @param volume empty when it received nothing in these twelve
 * @param peers without a measure of which fewer than five organisations have figures
 */
public record OwnStatistics(
        List<OwnMonth> months, OwnMonth twelve, Optional<Volume> volume, Map<OwnMeasure, Peers> peers) {}
