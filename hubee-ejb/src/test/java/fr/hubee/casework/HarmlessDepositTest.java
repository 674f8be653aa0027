package fr.hubee.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.antivirus.Verdict;
import fr.hubee.antivirus.Verdict.Kind;
import fr.hubee.folder.NewAttachment;
import fr.hubee.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

/** What the portal says of a file that a person deposits, once the antivirus has answered. */
class HarmlessDepositTest {
    private static final NewAttachment FILE = new NewAttachment("acte.pdf", "PieceJointe", 9, "application/pdf");

    private static String refusal(Kind kind, String detail) {
        return assertThrows(InvalidRequest.class, () -> DepositPolicy.requireHarmless(FILE, new Verdict(kind, detail)))
                .getMessage();
    }

    @Test
    void anInfectedFileIsRefusedWithItsNameAndWhatToDo() {
        var said = refusal(Kind.INFECTED, "Eicar-Signature");

        assertTrue(said.contains("« acte.pdf » contient un virus (Eicar-Signature)"), said);
        assertTrue(said.contains("prévenez votre service informatique"), said);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithWhatToDo() {
        var said = refusal(Kind.REFUSED, "Heuristics.Encrypted.PDF");

        assertTrue(said.contains("« acte.pdf » (Heuristics.Encrypted.PDF)"), said);
        assertTrue(said.contains("sans mot de passe"), said);
    }

    @Test
    void withoutAnAnswerTheDepositGoesOnAndTheFileWaits() {
        for (var kind : new Kind[] {Kind.CLEAN, Kind.OFF, Kind.UNKNOWN}) {
            assertDoesNotThrow(() -> DepositPolicy.requireHarmless(FILE, new Verdict(kind, null)), kind::name);
        }
    }
}
