package fr.hubee.exchange.status;

import static fr.hubee.exchange.folder.Example.LATER;
import static fr.hubee.exchange.folder.Example.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class MilestonesTest {

    @Test
    void aCaseThatSkipsAStatusHasReachedItToo() {
        var done = Milestones.NONE.at(CaseStatus.DONE, NOON);

        assertEquals(new Milestones(NOON, NOON, NOON, NOON, NOON), done);
    }

    @Test
    void whatWasReachedKeepsItsFirstDate() {
        var closed = Milestones.NONE.at(CaseStatus.IN_PROGRESS, NOON).at(CaseStatus.CLOSED, LATER);

        assertEquals(new Milestones(NOON, NOON, NOON, LATER, LATER), closed);
    }

    @Test
    void toRefuseIsAsFarAsToHandle() {
        assertEquals(NOON, Milestones.NONE.at(CaseStatus.REFUSED, NOON).finished());
    }

    @Test
    void aCaseThatIsNotifiedAgainHasReachedNothing() {
        assertEquals(
                Milestones.NONE, Milestones.NONE.at(CaseStatus.CLOSED, NOON).at(CaseStatus.HUBEE_NOTIFIED, LATER));
    }

    @Test
    void aCaseThatGoesBackLosesTheDatesOfWhatIsBeforeItAgain() {
        var back = Milestones.NONE.at(CaseStatus.DONE, NOON).at(CaseStatus.SI_RECEIVED, LATER);

        assertEquals(new Milestones(NOON, NOON, null, null, null), back);
        assertEquals(LATER, back.at(CaseStatus.DONE, LATER).finished());
    }

    @Test
    void whatASoftwareCouldNotTakeInHasOnlyBeenFetched() {
        var failed = Milestones.NONE.at(CaseStatus.IN_PROGRESS, NOON).at(CaseStatus.SI_INTG_ERROR, LATER);

        assertEquals(NOON, failed.sent());
        assertNull(failed.inProgress());
    }
}
