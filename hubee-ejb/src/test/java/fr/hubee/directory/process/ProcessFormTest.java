package fr.hubee.directory.process;

import static fr.hubee.directory.process.ProcessField.ARCHIVING_DAYS;
import static fr.hubee.directory.process.ProcessField.CODE;
import static fr.hubee.directory.process.ProcessField.DESCRIPTION;
import static fr.hubee.directory.process.ProcessField.FILE_DELETION_DAYS;
import static fr.hubee.directory.process.ProcessField.FILE_DELETION_STATUS;
import static fr.hubee.directory.process.ProcessField.FOLDER_DELETION_DAYS;
import static fr.hubee.directory.process.ProcessField.FORMATS;
import static fr.hubee.directory.process.ProcessField.MAX_SIZE;
import static fr.hubee.directory.process.ProcessField.NAME;
import static fr.hubee.directory.process.ProcessField.OSL;
import static fr.hubee.directory.process.ProcessField.PORTAL_FILES_KEPT;
import static fr.hubee.directory.process.ProcessField.SI_FORMATS;
import static fr.hubee.directory.process.ProcessField.TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessFormTest {
    static final OrganizationKey DILA =
            OrganizationKey.parse("OSL-99000001000019-00000").orElseThrow();

    static ProcessDetails known(long maxSize, String status) {
        return new ProcessDetails(
                "Acte d'état civil",
                null,
                true,
                DILA,
                new AttachmentRules(List.of("application/pdf", "text/xml"), List.of(), List.of("Acte"), maxSize, false),
                new RetentionRules(status, 30, 60, 365),
                true,
                false,
                true,
                SubscriptionValidation.Auto,
                false,
                null,
                PortalRules.NONE);
    }

    static final ProcessDetails KNOWN = known(100L * 1024 * 1024, "CLOSED");

    static ProcessForm with(ProcessField field, String text) {
        var typed = new EnumMap<>(ProcessForm.of("EtatCivil", KNOWN).values());
        typed.put(field, text);
        return new ProcessForm(typed);
    }

    static void assertTaken(ProcessField field, String... texts) {
        for (var text : texts) {
            assertEquals(List.of(), with(field, text).problems(), text);
        }
    }

    static void assertRefused(ProcessField field, String... texts) {
        for (var text : texts) {
            var fields = with(field, text).problems().stream()
                    .map(FieldProblem::field)
                    .toList();
            assertEquals(List.of(field), fields, text);
        }
    }

    @Test
    void whatIsShownIsTakenBackAsItIs() {
        var form = ProcessForm.of("EtatCivil", KNOWN);

        assertEquals(List.of(), form.problems());
        assertEquals(KNOWN, form.over(KNOWN));
        assertEquals("100", form.get(MAX_SIZE));
    }

    @Test
    void anEmptyFormListsAllThatItNeeds() {
        var needed = new ProcessForm(Map.of())
                .problems().stream().map(FieldProblem::field).toList();

        assertEquals(
                List.of(ProcessField.values()).stream()
                        .filter(field -> field != SI_FORMATS
                                && field != ProcessField.SHORT_NAME
                                && field != ProcessField.DESCRIPTION
                                && field != ProcessField.LEGAL_JUSTIFICATION
                                && field != PORTAL_FILES_KEPT)
                        .toList(),
                needed);
    }

    @Test
    void aCodeIsThirtyPlainCharactersAndKeepsItsCase() {
        assertTaken(CODE, "CERTDC", "depotDossierPACS", "RSABEI-RSABAI", "a".repeat(30));
        assertRefused(CODE, "", "état", "deux mots", "a/b", "<b>", "-x", "a".repeat(31));
    }

    @Test
    void aShortNameIsOneWordOrNothing() {
        assertTaken(ProcessField.SHORT_NAME, "", "AEC", "CertDc", "État-civil", "a".repeat(20));
        assertRefused(ProcessField.SHORT_NAME, "deux mots", "<b>", "-AEC", "a".repeat(21));

        assertNull(with(ProcessField.SHORT_NAME, "").over(KNOWN).portal().shortName());
        assertEquals(
                "Acte d'état civil (AEC)",
                with(ProcessField.SHORT_NAME, "AEC").over(KNOWN).title());
        assertEquals("Acte d'état civil", KNOWN.title());
    }

    @Test
    void daysAreWholeAndNeitherNegativeNorEndless() {
        for (var field : List.of(FILE_DELETION_DAYS, ARCHIVING_DAYS, FOLDER_DELETION_DAYS)) {
            assertTaken(field, "0", "1", "36500");
            assertRefused(field, "-1", "1,5", "36501", "9999999999", "trente", "");
        }
    }

    @Test
    void aSizeIsSomeMegabytesWithACommaOrAPoint() {
        assertTaken(MAX_SIZE, "1", "2,5", "0.5", "1024");
        assertRefused(MAX_SIZE, "0", "-3", "1025", "99999999999999", "10 Mo", "1e3", "");

        assertEquals(2_621_440L, with(MAX_SIZE, "2,5").over(KNOWN).attachments().maxSize());
    }

    @Test
    void aSizeThatIsNotTouchedStaysToTheByte() {
        var odd = known(10_000_001, "CLOSED");

        assertEquals(odd, ProcessForm.of("EtatCivil", odd).over(odd));
    }

    @Test
    void formatsAreMediaTypesOnePerLine() {
        var form = with(FORMATS, " application/pdf \r\n\r\nimage/jpeg\napplication/pdf");

        assertEquals(List.of(), form.problems());
        assertEquals(
                List.of("application/pdf", "image/jpeg"),
                form.over(KNOWN).attachments().formats());
        assertRefused(FORMATS, "", "pdf", "application/pdf, text/xml", "<script>/x");
    }

    @Test
    void anInstructingServiceMaySendNothingAtAll() {
        assertTaken(SI_FORMATS, "", "application/pdf");
        assertRefused(SI_FORMATS, "pdf");
    }

    @Test
    void typesAndNamesHaveNoInvisibleCharacters() {
        assertTaken(TYPES, "ActeEtatCivil-XML\nPièce d'identité".replace("'", " "));
        assertRefused(TYPES, "", "a;b", "x".repeat(101));
        assertRefused(NAME, "", "a\u200Bb", "n".repeat(101));
    }

    @Test
    void theOwnerIsAKeyAndTheStatusOneOfTheList() {
        assertRefused(OSL, "", "DILA");
        assertTaken(FILE_DELETION_STATUS, "IN_PROGRESS", "DONE");
        assertRefused(FILE_DELETION_STATUS, "HUBEE_RECEIVED", "n'importe quoi");
    }

    @Test
    void whatOnlyTheApiCouldSayStaysWhileNobodyTouchesIt() {
        var odd = known(1, "SI_INTG_ERROR");

        assertEquals(List.of(), ProcessForm.of("EtatCivil", odd).problemsOfChange(odd));
        assertEquals(odd, ProcessForm.of("EtatCivil", odd).over(odd));
    }

    @Test
    void aPeriodIsTypedInMonthsOrDaysAndReadBackAsItIs() {
        assertTaken(PORTAL_FILES_KEPT, "", "2 mois", "1 jour", "60 jours", "9999jours");
        assertRefused(
                PORTAL_FILES_KEPT, "0 jour", "-1 mois", "deux mois", "2", "P2M", "10000 jours", "2 mois et 1 jour");
        for (var typed : List.of("", "2 mois", "1 jour", "60 jours")) {
            var changed = with(PORTAL_FILES_KEPT, typed).over(KNOWN);
            assertEquals(typed, ProcessForm.of("EtatCivil", changed).get(PORTAL_FILES_KEPT));
        }
        assertEquals(
                Period.ofMonths(2),
                with(PORTAL_FILES_KEPT, "2 mois").over(KNOWN).retention().portalFilesKept());
    }

    @Test
    void sentencesQuoteTheWrongLineAndShortenALongOne() {
        assertEquals(
                List.of("« " + "x".repeat(40) + "… » n’est pas un format : écrivez par exemple application/pdf."),
                sentences(FORMATS, "application/pdf\n" + "x".repeat(41)));
        assertEquals(
                List.of("« " + ";".repeat(40)
                        + " » n’est pas un type de pièce : 100 lettres, chiffres, tirets ou points au plus."),
                sentences(TYPES, ";".repeat(40)));
    }

    private static List<String> sentences(ProcessField field, String text) {
        return with(field, text).problems().stream().map(FieldProblem::sentence).toList();
    }

    @Test
    void aTextAsLongAsAllowedIsTakenAndOneCharacterMoreIsNot() {
        assertTaken(TYPES, "x".repeat(100));
        assertTaken(NAME, "n".repeat(100));
        assertTaken(FORMATS, "a/" + "x".repeat(253));
        assertRefused(FORMATS, "a/" + "x".repeat(254));
        assertTaken(DESCRIPTION, "d".repeat(1000));
        assertRefused(DESCRIPTION, "d".repeat(1001));
    }

    @Test
    void aDescriptionIsKeptAndAnEmptyOneIsNone() {
        assertEquals("Actes", with(DESCRIPTION, "Actes").over(KNOWN).description());
        assertNull(with(DESCRIPTION, "").over(known(1, "DONE")).description());
    }

    @Test
    void aChangedValueIsCheckedAndTheCodeIsNot() {
        assertEquals(
                List.of(MAX_SIZE),
                with(MAX_SIZE, "0").problemsOfChange(KNOWN).stream()
                        .map(FieldProblem::field)
                        .toList());
        assertEquals(List.of(), with(CODE, "").problemsOfChange(KNOWN));
    }

    @Test
    void allFieldsButTextsShortNamesFormatsOfServicesAndPeriodsAreRequired() {
        assertEquals(
                Set.of(FieldKind.TEXT, FieldKind.SHORT_NAME, FieldKind.OPTIONAL_FORMATS, FieldKind.PERIOD),
                Stream.of(FieldKind.values()).filter(kind -> !kind.isRequired()).collect(Collectors.toSet()));
    }

    @Test
    void aNewDemarcheIsMadeOfWhatWasTyped() {
        assertEquals(KNOWN, ProcessForm.of("EtatCivil", KNOWN).over(null));
    }
}
