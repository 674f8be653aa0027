package fr.hubee.lifetime.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownMergeTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final OrganizationKey VILLAGE = town("1");
    static final OrganizationKey TOWN = town("2");
    static final OrganizationKey CITY = town("3");

    static OrganizationKey town(String digit) {
        return new OrganizationKey(OrganizationType.SI, digit.repeat(14), "77372");
    }

    static KnownMerge merge(OrganizationKey from, OrganizationKey to, Instant at, Instant undone) {
        return new KnownMerge(
                UUID.nameUUIDFromBytes(at.toString().getBytes(StandardCharsets.UTF_8)),
                from,
                "De " + from.companyRegister().charAt(0),
                to,
                "À " + to.companyRegister().charAt(0),
                new MovedCounts(0, 0, 0, 0, 0, 0, 0),
                at,
                "nina@hubee.example",
                undone,
                null);
    }

    final KnownMerge merge = merge(VILLAGE, TOWN, NOON, null);

    Optional<String> refusal(Instant now, KnownMerge... others) {
        return merge.refusal(List.of(others), now);
    }

    @Test
    void itCanBeUndoneForThirtyDays() {
        assertEquals(Optional.empty(), refusal(NOON, merge));
        assertEquals(Optional.empty(), refusal(NOON.plus(Duration.ofDays(30)).minusMillis(1)));
        assertTrue(refusal(NOON.plus(Duration.ofDays(30))).orElseThrow().contains("plus de 30 jours"));
    }

    @Test
    void onlyOnce() {
        var undone = merge(VILLAGE, TOWN, NOON, NOON.plusSeconds(9));
        assertEquals(Optional.of("Cette fusion est déjà annulée."), undone.refusal(List.of(undone), NOON));
    }

    @Test
    void aLaterMergeOfOneOfBothIsUndoneFirst() {
        var later = NOON.plusSeconds(60);
        assertEquals(
                "De 2 (" + TOWN
                        + ") a été fusionnée depuis, le 24/11/2026, avec À 3 : annulez d’abord cette fusion-là.",
                refusal(later, merge(TOWN, CITY, later, null)).orElseThrow());
        assertTrue(refusal(later, merge(VILLAGE, TOWN, later, null)).isPresent(), "the rest of the same");
    }

    @Test
    void othersDoNotMatter() {
        var later = NOON.plusSeconds(60);
        assertEquals(
                Optional.empty(),
                refusal(
                        later,
                        merge(TOWN, CITY, later, later),
                        merge(TOWN, VILLAGE, NOON.minusSeconds(60), null),
                        merge(CITY, TOWN, later, null)));
    }
}
