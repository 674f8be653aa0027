package fr.hubee.desk.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.digest.DigestItem.DigestReason;
import fr.hubee.directory.subscription.NotificationFrequency;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestTest {
    static final UUID TOWN = new UUID(0, 1);
    static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    final List<LocalTime> times = List.of(LocalTime.of(7, 0), LocalTime.of(13, 0));

    @Test
    void eachTeledossierIsCountedOnceAndWhatIsNewStaysNew() {
        var content = DigestLine.of(
                List.of(
                        item(1, DigestReason.NEW),
                        item(1, DigestReason.CHANGED),
                        item(2, DigestReason.NEW),
                        item(3, DigestReason.CHANGED),
                        item(3, DigestReason.CHANGED)),
                Map.of());

        assertEquals(
                List.of(
                        "2 nouveaux télédossiers, le plus ancien le 24 novembre 2026",
                        "1 télédossier mis à jour, le 24 novembre 2026"),
                content.stream().map(DigestLine::text).toList());
    }

    @Test
    void nothingIsSaidOfWhatThereIsNoneOf() {
        assertEquals(
                1, DigestLine.of(List.of(item(1, DigestReason.NEW)), Map.of()).size());
        assertEquals(List.of(), DigestLine.of(List.of(), Map.of()));
    }

    @Test
    void eachLineLeadsToJustTheseTeledossiers() {
        var lines = DigestLine.of(
                List.of(item(1, DigestReason.NEW), item(1, DigestReason.CHANGED), item(3, DigestReason.CHANGED)),
                Map.of());

        assertEquals(Set.of(new UUID(0, 1)), lines.get(0).cases());
        assertEquals(Set.of(new UUID(0, 3)), lines.get(1).cases());
        assertEquals(
                "/teledossiers?statut=tous&demarche=EtatCivil&annonce="
                        + lines.get(1).id(),
                lines.get(1).path("EtatCivil"));
    }

    @Test
    void anAnswerIsReportedAsSuchUntilAnAgentHasSeenIt() {
        var items = List.of(
                item(2, DigestReason.NEW),
                item(3, DigestReason.CHANGED),
                item(4, DigestReason.CHANGED),
                item(2, DigestReason.CHANGED));

        assertEquals(
                List.of(
                        "1 nouveau télédossier, le 24 novembre 2026",
                        "2 télédossiers avec une réponse que personne n’a lue, la plus ancienne reçue le 24 novembre 2026"),
                texts(items, Map.of(new UUID(0, 2), NOON, new UUID(0, 3), NOON, new UUID(0, 4), NOON)));
        assertEquals(
                List.of(
                        "1 nouveau télédossier, le 24 novembre 2026",
                        "2 télédossiers mis à jour, le plus ancien le 24 novembre 2026"),
                texts(items, Map.of()),
                "a digest tells the same as a mail for each");
    }

    @Test
    void anAnswerHasTheDayOfItsArrivalEvenWhenAnotherChangeCameAfterIt() {
        assertEquals(
                List.of("1 télédossier avec une réponse que personne n’a lue, reçue le 20 novembre 2026"),
                texts(
                        List.of(item(3, DigestReason.CHANGED)),
                        Map.of(new UUID(0, 3), Instant.parse("2026-11-20T11:00:00Z"))));
    }

    private static List<String> texts(List<DigestItem> items, Map<UUID, Instant> unseen) {
        return DigestLine.of(items, unseen).stream().map(DigestLine::text).toList();
    }

    @Test
    void onceADayMeansTheFirstSlotOfTheDay() {
        assertEquals(Optional.of(MORNING), DigestService.slot(times, NotificationFrequency.DAILY, MORNING));
        assertEquals(Optional.of(MORNING), DigestService.slot(times, NotificationFrequency.DAILY, NOON));
        assertEquals(Optional.of(NOON), DigestService.slot(times, NotificationFrequency.TWICE_A_DAY, NOON));
    }

    @Test
    void whatWaitedIsMailedAtTheNextSlotToWhoNowWantsEachAndNeverToWhoWantsNone() {
        assertEquals(Optional.of(NOON), DigestService.slot(times, NotificationFrequency.EACH, NOON));
        assertEquals(Optional.empty(), DigestService.slot(times, NotificationFrequency.NONE, NOON));
    }

    private static DigestItem item(long theCase, DigestReason reason) {
        return new DigestItem(TOWN, new UUID(0, theCase), reason, NOON);
    }
}
