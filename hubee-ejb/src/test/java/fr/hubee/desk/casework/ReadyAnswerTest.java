package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadyAnswerTest {

    static ReadyAnswer answer(String title, String text) {
        return new ReadyAnswer(UUID.randomUUID(), 0, title, text);
    }

    static void isRefused(ReadyAnswer wanted, List<ReadyAnswer> all) {
        assertThrows(InvalidRequest.class, () -> ReadyAnswerService.checked(wanted, all));
    }

    @Test
    void theNameOfTheApplicantTakesItsPlace() {
        var answer = answer("Livret", "Bonjour {demandeur},\nil manque le livret, {demandeur}.");

        assertEquals("Bonjour Ada Lovelace,\nil manque le livret, Ada Lovelace.", answer.to("Ada", "Lovelace"));
        assertEquals("Bonjour Madame, Monsieur,\nil manque le livret, Madame, Monsieur.", answer.to("", ""));
    }

    @Test
    void titleAndTextAreTidiedRequiredAndBounded() {
        var tidied =
                ReadyAnswerService.checked(answer(" Livret \n de famille ", " Il manque\r\nle livret. "), List.of());

        assertEquals("Livret de famille", tidied.title());
        assertEquals("Il manque\nle livret.", tidied.text());
        isRefused(answer(" ", "texte"), List.of());
        isRefused(answer("Titre", null), List.of());
        isRefused(answer("x".repeat(61), "texte"), List.of());
        isRefused(answer("Titre", "x".repeat(501)), List.of());
    }

    @Test
    void aServiceHasThirtyOfDifferentTitles() {
        var thirty = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> answer("Réponse " + number, "texte"))
                .toList();
        var changed = new ReadyAnswer(thirty.get(0).id(), 0, "réponse 1", "autre");

        isRefused(answer("Réponse 31", "texte"), thirty);
        isRefused(answer("réponse 2", "texte"), thirty.subList(0, 2));
        assertDoesNotThrow(() -> ReadyAnswerService.checked(changed, thirty), "it is one of the thirty");
    }
}
