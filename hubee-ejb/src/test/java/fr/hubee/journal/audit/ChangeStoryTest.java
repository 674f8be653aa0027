package fr.hubee.journal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeStoryTest {
    static final Instant MORNING = Instant.parse("2026-11-25T08:05:00Z");

    final ChangeStory story = new ChangeStory(
            Map.of("function", "Fonction", "roles", "Rôles", "active", "Actif", "activatedAt", "Date d’activation"),
            Map.of("READ_USERS", "Consultation des utilisateurs", "MANAGE_USERS", "Gestion des utilisateurs"));

    static AuditLine line(String actor, Instant when, Changes changes) {
        return new AuditLine(
                UuidV7.next(), when, actor, null, null, AuditAction.ACCOUNT_CHANGED, null, "it", 3L, changes);
    }

    String story(Changes changes) {
        return story.tell(List.of(line("paul@mairie.fr", MORNING, changes)));
    }

    @Test
    void itSaysWhoWhenAndWhatInParisTime() {
        assertEquals(
                "Rien n’a été enregistré : ce que vous modifiez a changé depuis que vous l’avez ouvert."
                        + " Le 25 novembre 2026 à 9\u00a0h\u00a005, paul@mairie.fr : Compte modifié"
                        + " (Fonction : « Maire » → « Adjointe »)."
                        + " Rechargez la page, puis refaites votre modification si elle est encore utile.",
                story(Changes.NONE.and("function", "Maire", "Adjointe")));
    }

    @Test
    void severalActsAreListedInTheOrderInWhichTheyHappened() {
        var text = story.tell(List.of(
                line("second@mairie.fr", MORNING.plusSeconds(60), Changes.NONE),
                line("first@mairie.fr", MORNING, Changes.NONE)));

        assertTrue(text.indexOf("first@mairie.fr") < text.indexOf("second@mairie.fr"), text);
    }

    @Test
    void whatWasNothingOrBecomesNothingIsCalledEmpty() {
        assertTrue(story(Changes.NONE.and("function", null, "Maire")).contains("(Fonction : vide → « Maire »)"));
        assertTrue(story(Changes.NONE.and("function", "Maire", "")).contains("(Fonction : « Maire » → vide)"));
    }

    @Test
    void codesAreWrittenInWords() {
        var text = story(Changes.NONE
                .and("roles", List.of("READ_USERS"), List.of("READ_USERS", "MANAGE_USERS"))
                .and("active", true, false));

        assertTrue(
                text.contains("(Actif : « oui » → « non » ; Rôles : « Consultation des utilisateurs »"
                        + " → « Gestion des utilisateurs, Consultation des utilisateurs »)"),
                text);
    }

    @Test
    void anInstantIsWrittenAsPeopleSayIt() {
        var text = story(Changes.NONE.and("activatedAt", null, Instant.parse("2026-06-30T22:00:00Z")));

        assertTrue(text.contains("« 1er juillet 2026 à 0\u00a0h\u00a000 »"), text);
    }

    @Test
    void aFieldThatThePageDoesNotShowIsLeftOut() {
        assertTrue(story(Changes.NONE.and("updatedAt", null, "x")).contains("paul@mairie.fr : Compte modifié."));
    }

    @Test
    void withNothingInTheJournalItStillSaysWhatToDo() {
        assertEquals(
                "Rien n’a été enregistré : ce que vous modifiez a changé depuis que vous l’avez ouvert."
                        + " Rechargez la page, puis refaites votre modification si elle est encore utile.",
                story.tell(List.of()));
    }
}
