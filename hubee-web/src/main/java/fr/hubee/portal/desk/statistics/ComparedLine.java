package fr.hubee.portal.desk.statistics;

import fr.hubee.desk.statistics.OwnMeasure;
import fr.hubee.desk.statistics.OwnStatistics;
import fr.hubee.desk.statistics.Peers;
import fr.hubee.portal.field.FrenchDurations;
import fr.hubee.portal.field.FrenchNumbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One line of a comparison, in words.
 *
 * @param peers null when fewer than five organisations can be compared
 * @param organizations number of compared ones; zero when there are too few
 */
public record ComparedLine(String label, String own, String peers, int organizations) {
    private static final Map<OwnMeasure, String> LABELS = Map.of(
            OwnMeasure.RECEIVED,
            "Télédossiers reçus en douze mois",
            OwnMeasure.PERSON,
            "La moitié sont pris en charge par un agent en moins de",
            OwnMeasure.SOFTWARE,
            "La moitié sont pris en charge par un logiciel en moins de",
            OwnMeasure.ENDED_BY_PERSON,
            "La moitié sont traités dans le portail en moins de",
            OwnMeasure.ENDED_BY_SOFTWARE,
            "La moitié sont traités dans un logiciel en moins de");

    private static final FrenchNumbers NUMBERS = new FrenchNumbers();
    private static final FrenchDurations DURATIONS = new FrenchDurations();

    /** Returns a line for each measure of which the organisation has figures. */
    static List<ComparedLine> of(OwnStatistics figures) {
        return Stream.of(OwnMeasure.values())
                .filter(measure -> figures.twelve().of(measure).cases() > 0)
                .map(measure -> of(measure, figures))
                .toList();
    }

    private static ComparedLine of(OwnMeasure measure, OwnStatistics figures) {
        var own = figures.twelve().of(measure);
        var peers = figures.peers().get(measure);
        return new ComparedLine(
                LABELS.get(measure),
                measure == OwnMeasure.RECEIVED ? NUMBERS.of(own.cases()) : DURATIONS.of(own.median()),
                peers == null ? null : words(peers),
                peers == null ? 0 : peers.organizations());
    }

    private static String words(Peers peers) {
        return peers.received() == null ? DURATIONS.of(peers.delay()) : NUMBERS.of(peers.received());
    }
}
