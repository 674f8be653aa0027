package fr.hubee.people.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.people.identity.Identity.AccountField;
import fr.hubee.people.identity.Identity.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

public class IdentityTest {
    public static final Identity ADA = new Identity(Civility.MME, "Ada", "Lovelace", "Secrétaire", "0160000001", null);

    static Identity named(String firstName, String lastName) {
        return new Identity(Civility.MME, firstName, lastName, null, "0160000001", null);
    }

    static Identity at(String phoneNumber, String mobileNumber) {
        return new Identity(Civility.MME, "Ada", "Lovelace", null, phoneNumber, mobileNumber);
    }

    static String refusal(Identity typed) {
        return assertThrows(InvalidRequest.class, typed::checked).getMessage();
    }

    @Test
    void whatIsInOrderStaysAsItIs() {
        assertEquals(ADA, ADA.checked());
    }

    @Test
    void spacesAroundAreTakenOffAndAccentsHaveOneForm() {
        assertEquals(
                named("Zoé", "Le Goff"),
                named("\u00A0 Zoe\u0301\n", " Le Goff\t").checked());
    }

    @Test
    void namesAreRequired() {
        assertEquals("Renseignez « Prénom ».", refusal(named(" ", "Lovelace")));
        assertEquals("Renseignez « Nom ».", refusal(named("Ada", null)));
    }

    @Test
    void whatCannotBeSeenIsRefused() {
        for (var unseen : new String[] {"A\u0000da", "A\nda", "A\u202Eda", "A\u200Bda", "A\uD800da"}) {
            assertTrue(
                    refusal(named(unseen, "Lovelace")).contains("« Prénom » contient un caractère invisible"), unseen);
        }
    }

    @Test
    void aNameHas255CharactersAtMost() {
        assertEquals("x".repeat(255), named("x".repeat(255), "L").checked().firstName());
        assertEquals(
                "Le champ « Prénom » compte 256 caractères : il en prend 255 au plus.",
                refusal(named("x".repeat(256), "L")));
    }

    @Test
    void theCivilityIsRequired() {
        var unknown = new Identity(null, "Ada", "Lovelace", null, "0160000001", null);

        assertEquals("Choisissez la civilité : « M. » ou « Mme ».", refusal(unknown));
        assertNull(unknown.tidied().civility(), "DataPass does not tell it");
    }

    @Test
    void everyFieldThatIsRefusedIsNamedAtOnce() {
        var problems = new Identity(null, "", "Love\u200Blace", null, "12", "34").problems();

        assertEquals(
                List.of(
                        AccountField.CIVILITY,
                        AccountField.FIRST_NAME,
                        AccountField.LAST_NAME,
                        AccountField.PHONE,
                        AccountField.MOBILE),
                problems.stream().map(FieldProblem::field).toList());
        assertEquals(List.of(), ADA.problems());
    }

    @Test
    void oneOfTheTwoPhonesIsEnough() {
        assertEquals(at(null, "0600000001"), at(" ", "0600000001").checked());
        assertEquals("Indiquez au moins un numéro de téléphone.", refusal(at(null, "")));
        assertEquals("Indiquez au moins un numéro de téléphone.", refusal(at("", "\u00A0")));
    }

    @Test
    void aPhoneIsTypedAsPeopleDo() {
        for (var typed : new String[] {
            "01 60 00 00 01", "01.60.00.00.01", "01-60-00-00-01", "01\u00A060\u202F00 00\u201101", "0160000001"
        }) {
            assertEquals("0160000001", at(typed, null).checked().phoneNumber(), typed);
        }
        assertEquals("+33160000001", at("+33 1 60 00 00 01", null).checked().phoneNumber());
    }

    @Test
    void anythingElseIsNoPhone() {
        for (var typed :
                new String[] {"mairie", "016000000", "+33", "01 60 00 00 01 poste 2", "0".repeat(21), "++33160000001"
                }) {
            assertTrue(refusal(at(typed, null)).startsWith("Un numéro de téléphone a dix chiffres"), typed);
        }
    }

    @Test
    void aProfileLeavesTheNames() {
        var profile = new Profile(Civility.M, "Maire", null, "0600000001");

        assertEquals(new Identity(Civility.M, "Ada", "Lovelace", "Maire", null, "0600000001"), ADA.with(profile));
    }
}
