package fr.hubee.people.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.people.identity.NewReplacement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacementPolicyTest {
    static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");

    final Account odile = People.account("odile", ActorType.AGENT, "EtatCivil");
    final Account paul = People.account("paul", ActorType.AGENT, "RSA");
    final Account ada = People.account("ada", ActorType.LOCAL_ADMINISTRATOR);
    final Replacement week = week(MONDAY, FRIDAY);

    Replacement week(LocalDate first, LocalDate last) {
        return new Replacement(odile.id(), new NewReplacement(paul.id(), first, last), People.NOW);
    }

    boolean lends(LocalDate today) {
        return ReplacementPolicy.lends(week, odile, paul, today);
    }

    @Test
    void theRightsBeginWithTheFirstDayAndEndAfterTheLastOne() {
        assertFalse(lends(MONDAY.minusDays(1)));
        assertTrue(lends(MONDAY));
        assertTrue(lends(FRIDAY));
        assertFalse(lends(FRIDAY.plusDays(1)));
    }

    @Test
    void aDayEndsAtMidnightInParis() {
        assertEquals(FRIDAY, today("2026-12-04T22:59:59Z"));
        assertEquals(FRIDAY.plusDays(1), today("2026-12-04T23:00:00Z"));
    }

    static LocalDate today(String moment) {
        return ReplacementPolicy.today(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    @Test
    void itEndsAtOnceWhenSomebodyEndsIt() {
        week.end(People.NOW);

        assertFalse(lends(MONDAY));
        assertTrue(week.isOver(MONDAY));
    }

    @Test
    void aClosedAccountLendsNothingAndIsLentNothing() {
        odile.activate(false, People.NOW);
        assertFalse(lends(MONDAY));

        odile.activate(true, People.NOW);
        paul.activate(false, People.NOW);
        assertFalse(lends(MONDAY));
    }

    @Test
    void nothingIsLentAcrossOrganisationsEvenAfterAMove() {
        paul.moveTo(People.OTHER_TOWN, People.NOW);
        assertFalse(lends(MONDAY));

        odile.moveTo(People.OTHER_TOWN, People.NOW);
        assertTrue(lends(MONDAY), "both went to the same one: they are colleagues again");
    }

    @Test
    void whoSeesNoTeledossierHasNothingToLend() {
        odile.grant(new Rights(ActorType.AGENT, Set.of(Role.READ_USERS), Set.of("EtatCivil")), People.NOW);

        assertFalse(lends(MONDAY));
        assertFalse(ReplacementPolicy.hasSomethingToLend(ada), "she only administers");
        assertFalse(ReplacementPolicy.hasSomethingToLend(People.account("bo", ActorType.BUSINESS_ADMINISTRATOR)));
    }

    boolean mayReplace(Account manager, Account deputy) {
        return ReplacementPolicy.mayReplace(People.actor(manager), odile, deputy);
    }

    @Test
    void anAdministratorNamesAnActiveColleague() {
        assertTrue(mayReplace(ada, paul));
        assertTrue(mayReplace(ada, ada), "she may see her service's télédossiers anyway");
        assertFalse(mayReplace(ada, odile), "nobody replaces herself");

        paul.activate(false, People.NOW);
        assertFalse(mayReplace(ada, paul));
        paul.activate(true, People.NOW);
        paul.moveTo(People.OTHER_TOWN, People.NOW);
        assertFalse(mayReplace(ada, paul));
    }

    @Test
    void whoeverManagesAgentsGivesNothingToHerselfNorToThoseAbove() {
        paul.grant(new Rights(ActorType.AGENT, Set.of(Role.MANAGE_USERS), Set.of("RSA")), People.NOW);

        assertTrue(mayReplace(paul, People.account("rose", ActorType.AGENT, "RSA")));
        assertFalse(mayReplace(paul, paul));
        assertFalse(mayReplace(paul, ada));
    }

    static void refusedFirst(LocalDate first) {
        assertThrows(
                InvalidRequest.class,
                () -> ReplacementPolicy.requireFirstDay(new NewReplacement(null, first, FRIDAY), MONDAY));
    }

    static void refusedLast(LocalDate last) {
        assertThrows(
                InvalidRequest.class, () -> ReplacementPolicy.requireLastDay(new NewReplacement(null, MONDAY, last)));
    }

    @Test
    void itBeginsTodayOrLaterAndWithinAYear() {
        refusedFirst(null);
        refusedFirst(MONDAY.minusDays(1));
        refusedFirst(MONDAY.plusDays(366));
        assertDoesNotThrow(() -> ReplacementPolicy.requireFirstDay(new NewReplacement(null, MONDAY, FRIDAY), MONDAY));
    }

    @Test
    void itLastsOneDayAtLeastAndNinetyAtMost() {
        refusedLast(null);
        refusedLast(MONDAY.minusDays(1));
        refusedLast(MONDAY.plusDays(90));
        for (var last : List.of(MONDAY, MONDAY.plusDays(89))) {
            assertDoesNotThrow(() -> ReplacementPolicy.requireLastDay(new NewReplacement(null, MONDAY, last)));
        }
    }

    @Test
    void twoOfOneAbsentPersonHaveNoDayInCommon() {
        var others = List.of(week);
        for (var day : List.of(MONDAY, FRIDAY)) {
            assertThrows(
                    InvalidRequest.class,
                    () -> ReplacementPolicy.requireFree(new NewReplacement(null, day, day), others));
        }
        var after = new NewReplacement(null, FRIDAY.plusDays(1), FRIDAY.plusDays(2));
        assertDoesNotThrow(() -> ReplacementPolicy.requireFree(after, others));

        week.end(People.NOW);
        assertDoesNotThrow(() -> ReplacementPolicy.requireFree(new NewReplacement(null, MONDAY, FRIDAY), others));
    }
}
