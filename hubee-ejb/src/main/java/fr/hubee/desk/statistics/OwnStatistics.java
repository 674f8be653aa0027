package fr.hubee.desk.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The months of one organisation and one démarche: the twelve that are compared, and what came since.
 *
 * @param twelve the first twelve together
 * @param group with whom it is compared; empty when it received nothing in these twelve
 * @param peers without a measure of which fewer than five organisations have figures
 */
public record OwnStatistics(
        List<OwnMonth> months, OwnMonth twelve, Optional<PeerGroup> group, Map<OwnMeasure, Peers> peers) {}
