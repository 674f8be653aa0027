package fr.hubee.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.lifetime.merge.MovedCounts;
import fr.hubee.portal.directory.MergesPage.MovedWords;
import org.junit.jupiter.api.Test;

class MovedWordsTest {

    @Test
    void onlyWhatThereIsIsShown() {
        assertEquals(
                "12 télédossiers, 1 abonnement qui a pris fin, 1 compte",
                MovedWords.of(new MovedCounts(12, 0, 0, 1, 0, 0, 1)));
        assertEquals(
                "1 notification, 2 abonnements, 3 identifiants de logiciels, 1 identifiant révoqué",
                MovedWords.of(new MovedCounts(0, 1, 2, 0, 3, 1, 0)));
    }

    @Test
    void theMessageAfterAMergeLeavesZerosOutToo() {
        assertEquals("15 télédossiers", MovedWords.of(15, 0, 0));
        assertEquals("1 télédossier, 2 abonnements, 1 compte", MovedWords.of(1, 2, 1));
    }

    @Test
    void whereNothingWasThereNothingWasMoved() {
        assertEquals("rien", MovedWords.of(new MovedCounts(0, 0, 0, 0, 0, 0, 0)));
    }
}
