package fr.hubee.people.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.people.signin.Ada;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    static List<String> reasons(String password) {
        return PasswordPolicy.reasonsAgainst(password, Ada.agent());
    }

    @Test
    void aLongOneOfFourKindsIsTaken() {
        assertEquals(List.of(), reasons("brume-Violon-37-Cactus"));
        assertEquals(List.of(), reasons("xK7!vq2#Lm9z"));
    }

    @Test
    void aSentenceWithAccentsIsTaken() {
        assertEquals(List.of(), reasons("Où est passé le 3e éléphant ?"));
    }

    @Test
    void everythingThatSpeaksAgainstItIsReportedAtOnce() {
        assertEquals(
                List.of(
                        PasswordPolicy.TOO_SHORT,
                        PasswordPolicy.NO_LOWER_CASE,
                        PasswordPolicy.NO_UPPER_CASE,
                        PasswordPolicy.NO_DIGIT,
                        PasswordPolicy.NO_OTHER,
                        PasswordPolicy.TOO_EASY),
                reasons(""));
    }

    @Test
    void elevenCharactersAreTooFew() {
        assertEquals(List.of(PasswordPolicy.TOO_SHORT), reasons("xK7!vq2#Lm9"));
    }

    @Test
    void eachKindIsAskedFor() {
        assertEquals(List.of(PasswordPolicy.NO_LOWER_CASE), reasons("XK7!VQ2#LM9ZPW"));
        assertEquals(List.of(PasswordPolicy.NO_UPPER_CASE), reasons("xk7!vq2#lm9zpw"));
        assertEquals(List.of(PasswordPolicy.NO_DIGIT), reasons("xKc!vqs#Lmizpw"));
        assertEquals(List.of(PasswordPolicy.NO_OTHER), reasons("xK7vq2Lm9zR4tw"));
    }

    @Test
    void lengthIsCountedInCharactersNotInWhatTheyAreStoredIn() {
        var emoji = "😀".repeat(4) + "aB3"; // seven characters in eleven chars
        assertTrue(reasons(emoji).contains(PasswordPolicy.TOO_SHORT));
        var longest = "xK7!" + "😀".repeat(124);
        assertTrue(!reasons(longest).contains(PasswordPolicy.TOO_LONG));
        assertTrue(reasons(longest + "a").contains(PasswordPolicy.TOO_LONG));
    }

    @Test
    void aHugeOneIsRefusedWithoutBeingMeasured() {
        assertTrue(reasons("xK7!".repeat(1_000_000)).contains(PasswordPolicy.TOO_LONG));
    }

    @Test
    void theLongestThatIsAllowedIsMeasuredToo() {
        assertTrue(reasons("aA1!".repeat(32)).contains(PasswordPolicy.TOO_EASY));
        assertEquals(List.of(), reasons("brume-Violon-37-Cactus" + "4@8({[<3".repeat(13)));
    }

    @Test
    void oneThatIsFullOfDisguisesIsMeasuredToo() {
        assertEquals(List.of(), reasons("xK7!" + "4@8({[<369|!1/7$50+%2".repeat(5)));
        assertTrue(reasons("P@$$w0rd!1234578").contains(PasswordPolicy.TOO_EASY));
    }

    @Test
    void commonOnesAreRefused() {
        for (var common : List.of(
                "Motdepasse2026!",
                "M0td3p@sse2026",
                "Azertyuiop1!",
                "Azerty123456!",
                "Bonjour12345!",
                "Mairie2026!!",
                "Soleil!2026abc",
                "Password1234!",
                "Qwertyuiop1!",
                "Été2026!Été2026!",
                "Aaaaaaaaaa1!")) {
            assertTrue(reasons(common).contains(PasswordPolicy.TOO_EASY), common);
        }
    }

    @Test
    void neitherTheLoginNorTheNameIsInIt() {
        for (var own : List.of(
                "ada.lovelace@pontcarre.fr-7X",
                "xK7!Ada.LoveLace#vq2",
                "vq2#LOVÉLACE!xK7",
                "vq2#lovelace!XK7",
                "xK7!vq2#Lm9zMarie")) {
            assertTrue(reasons(own).contains(PasswordPolicy.OWN_NAME), own);
        }
        assertTrue(!reasons("xK7!vq2#Lm9zPaul").contains(PasswordPolicy.OWN_NAME));
    }
}
