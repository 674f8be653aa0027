package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseDepositService.DepositPolicy;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.scan.Verdict.Kind;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages of the portal about a file that a person deposits, after the scan. */
class HarmlessDepositTest {
    private static final NewAttachment FILE = new NewAttachment("acte.pdf", "PieceJointe", 9, "application/pdf");

    private static Verdict judged(boolean encryptedToo, Verdict verdict) {
        var rules = new AttachmentRules(List.of(), List.of("application/pdf"), List.of(), 10, encryptedToo);
        return new DepositPolicy(rules).requireHarmless(FILE, verdict);
    }

    private static String refusal(Kind kind, String detail) {
        return assertThrows(InvalidRequest.class, () -> judged(false, new Verdict(kind, detail)))
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

        assertTrue(said.contains("« acte.pdf » : rien"), said);
        assertTrue(said.contains("sans mot de passe"), said);
    }

    @Test
    void anEncryptedFileIsTakenWhereTheDemarcheSaysSoAndNothingElseThatTheAntivirusRefuses() {
        var encrypted = new Verdict(Kind.REFUSED, "Heuristics.Encrypted.PDF");
        var tooLarge = new Verdict(Kind.REFUSED, "Heuristics.Limits.Exceeded.MaxFileSize");

        assertEquals(new Verdict(Kind.CLEAN, "Heuristics.Encrypted.PDF"), judged(true, encrypted));
        assertThrows(InvalidRequest.class, () -> judged(true, tooLarge));
        assertThrows(InvalidRequest.class, () -> judged(true, new Verdict(Kind.INFECTED, "Eicar-Signature")));
    }

    @Test
    void withoutAnAnswerTheDepositGoesOnAndTheFileWaits() {
        for (var kind : new Kind[] {Kind.CLEAN, Kind.OFF, Kind.UNKNOWN}) {
            assertDoesNotThrow(() -> judged(false, new Verdict(kind, null)), kind::name);
        }
    }
}
