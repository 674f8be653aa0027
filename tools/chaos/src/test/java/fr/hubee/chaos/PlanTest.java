package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.chaos.Fault.Size;
import fr.hubee.chaos.Plan.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The faults that a seed gives. */
class PlanTest {
    private static final int STRIKES = 2_000;

    private static Plan plan(long seed, List<Fault> faults) {
        return Plan.of(seed, STRIKES, faults, 4);
    }

    private static List<String> sentences(Plan plan) {
        return plan.strikes().stream()
                .map(each -> each + " " + each.lastsMs() + " " + each.pauseMs())
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameFaultsInWhateverOrderTheyAreNamed() {
        var shuffled = new ArrayList<>(Fault.all());
        Collections.reverse(shuffled);

        assertEquals(sentences(plan(7, Fault.all())), sentences(plan(7, shuffled)));
        assertNotEquals(sentences(plan(7, Fault.all())), sentences(plan(8, Fault.all())));
    }

    @Test
    void eachFaultComes() {
        var struck = plan(7, Fault.all()).strikes().stream()
                .flatMap(strike -> strike.hits().stream())
                .map(Hit::fault)
                .collect(Collectors.toSet());

        assertEquals(Set.copyOf(Fault.all()).size(), struck.size());
    }

    @Test
    void smallFaultsOfDifferentPartsMeetAndLargeOnesComeAlone() {
        var strikes = plan(7, Fault.all()).strikes();

        assertTrue(strikes.stream().anyMatch(strike -> strike.hits().size() == 3));
        for (var strike : strikes) {
            assertTrue(
                    strike.hits().size() == 1
                            || strike.hits().stream()
                                    .allMatch(hit -> hit.fault().size() == Size.SMALL),
                    strike::toString);
            assertEquals(
                    strike.hits().size(),
                    strike.hits().stream().map(Hit::target).distinct().count(),
                    strike::toString);
        }
    }

    @Test
    void anUpgradeTakesOneNodeAfterTheOther() {
        var hits = Plan.upgrade().stream().map(strike -> strike.toString()).toList();

        assertEquals(List.of("upgrade-node of node 1", "upgrade-node of node 2"), hits);
    }

    @Test
    void namesAreOfOneFaultEach() {
        var names = Fault.all().stream().map(Fault::name).toList();

        assertEquals(names.size(), Set.copyOf(names).size());
    }
}
